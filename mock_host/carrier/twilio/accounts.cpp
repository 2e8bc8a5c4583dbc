#include "carrier/twilio/accounts.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "carrier/twilio/sid.hpp"

namespace mock_host::twilio {

namespace {

std::vector<std::string> all_numbers(const CarrierAccount& account) {
    std::vector<std::string> all = account.numbers;
    for (const auto& [sid, numbers] : account.messaging_services)
        all.insert(all.end(), numbers.begin(), numbers.end());
    return all;
}

void check(const CarrierAccount& account) {
    check_account(is_sid("AC", account.username),
                  "the account SID \"" + account.username + "\" is not \"AC\" and 32 hexadecimal digits");
    check_account(!account.password.empty(), "the auth token of " + account.username + " is empty");
    check_account(
        account.api_key_sid.empty() || is_sid("SK", account.api_key_sid),
        "the API key's SID \"" + account.api_key_sid + "\" is not \"SK\" and 32 hexadecimal digits");
    check_account(account.api_key_sid.empty() == account.api_key_secret.empty(),
                  "an API key needs both its SID and its secret");
    for (const auto& [sid, numbers] : account.messaging_services)
        check_account(is_sid("MG", sid),
                      "the messaging service \"" + sid + "\" is not \"MG\" and 32 hexadecimal digits");
    for (const std::string& number : all_numbers(account))
        check_number(number);
    check_address(account.sms_url, "sms_url", account);
}

/// The token of one that was not given is no secret of ours: it comes with the next request.
nlohmann::json kept_form(const CarrierAccount& account, bool is_given) {
    return {{"auth_token", is_given ? account.password : std::string()},
            {"api_key_sid", account.api_key_sid},
            {"api_key_secret", account.api_key_secret},
            {"numbers", account.numbers},
            {"messaging_services", account.messaging_services},
            {"sms_url", account.sms_url}};
}

void restore(const nlohmann::json& kept, CarrierAccount& account) {
    kept.at("auth_token").get_to(account.password);
    kept.at("api_key_sid").get_to(account.api_key_sid);
    kept.at("api_key_secret").get_to(account.api_key_secret);
    kept.at("numbers").get_to(account.numbers);
    kept.at("messaging_services").get_to(account.messaging_services);
    kept.at("sms_url").get_to(account.sms_url);
}

}  // namespace

std::string service_of(const CarrierAccount& account, const std::string& number) {
    for (const auto& [sid, numbers] : account.messaging_services) {
        if (std::find(numbers.begin(), numbers.end(), number) != numbers.end()) return sid;
    }
    return {};
}

Accounts::Accounts(StateFile* file) : AccountBook({"twilio", check, all_numbers, kept_form, restore}, file) {}

bool Accounts::let_in(const std::string& account_sid, const BasicCredentials& credentials) {
    const bool is_account = credentials.user == account_sid;
    if (credentials.password.empty()) return false;
    const std::lock_guard lock(mutex_);
    if (is_given_) {
        const auto found = accounts_.find(account_sid);
        if (found == accounts_.end()) return false;
        const CarrierAccount& account = found->second;
        if (is_account) return credentials.password == account.password;
        return !account.api_key_sid.empty() && credentials.user == account.api_key_sid &&
               credentials.password == account.api_key_secret;
    }
    if (!is_sid("AC", account_sid) || !(is_account || is_sid("SK", credentials.user))) return false;
    CarrierAccount& account = found_or_made_up(account_sid, {});
    if (is_account) account.password = credentials.password;
    return true;
}

bool Accounts::may_text_from(const std::string& account_sid, const std::string& number) {
    const std::lock_guard lock(mutex_);
    const auto found = accounts_.find(account_sid);
    if (found == accounts_.end()) return false;
    if (has_number(found->second, number)) return true;
    if (is_given_) return false;
    hand_over(number, found->second);
    return true;
}

std::optional<std::vector<std::string>> Accounts::numbers_of_service(const std::string& account_sid,
                                                                     const std::string& service_sid) {
    const std::lock_guard lock(mutex_);
    const auto account = accounts_.find(account_sid);
    if (account == accounts_.end()) return std::nullopt;
    auto& services = account->second.messaging_services;
    if (!is_given_ && is_sid("MG", service_sid)) {
        // No line that anybody texts from by its own number.
        const std::string number = made_up_number("+15005551", service_sid);
        if (services.try_emplace(service_sid, std::vector{number}).second) keep(account->second);
    }
    const auto service = services.find(service_sid);
    return service == services.end() ? std::nullopt : std::optional(service->second);
}

}  // namespace mock_host::twilio
