#include "carrier/twilio/accounts.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "carrier/phone_number.hpp"
#include "carrier/twilio/sid.hpp"
#include "carrier/web_address.hpp"

namespace mock_host::twilio {

namespace {

bool contains(const std::vector<std::string>& numbers, const std::string& number) {
    return std::find(numbers.begin(), numbers.end(), number) != numbers.end();
}

bool has_number(const CarrierAccount& account, const std::string& number) {
    return contains(account.numbers, number) || !service_of(account, number).empty();
}

std::vector<std::string> all_numbers(const CarrierAccount& account) {
    std::vector<std::string> all = account.numbers;
    for (const auto& [sid, numbers] : account.messaging_services)
        all.insert(all.end(), numbers.begin(), numbers.end());
    return all;
}

/// "+15005551" and three digits: no line that anybody texts from by its own number.
std::string number_of(const std::string& service_sid) {
    unsigned digits = 0;
    for (const char c : service_sid)
        digits = (digits * 31 + static_cast<unsigned char>(c)) % 1000;
    return "+15005551" + std::to_string(1000 + digits).substr(1);
}

void check(bool is_right, const std::string& otherwise) {
    if (!is_right) throw std::invalid_argument(otherwise);
}

void check(const CarrierAccount& account) {
    check(is_sid("AC", account.username),
          "the account SID \"" + account.username + "\" is not \"AC\" and 32 hexadecimal digits");
    check(!account.password.empty(), "the auth token of " + account.username + " is empty");
    check(account.api_key_sid.empty() || is_sid("SK", account.api_key_sid),
          "the API key's SID \"" + account.api_key_sid + "\" is not \"SK\" and 32 hexadecimal digits");
    check(account.api_key_sid.empty() == account.api_key_secret.empty(),
          "an API key needs both its SID and its secret");
    for (const auto& [sid, numbers] : account.messaging_services)
        check(is_sid("MG", sid),
              "the messaging service \"" + sid + "\" is not \"MG\" and 32 hexadecimal digits");
    for (const std::string& number : all_numbers(account))
        check(is_e164(number), "\"" + number + "\" is not a number in E.164 form (+12065550100)");
    check(account.sms_url.empty() || is_web_address(account.sms_url),
          "the \"sms_url\" of " + account.username + " is not an http or https address");
}

}  // namespace

std::string service_of(const CarrierAccount& account, const std::string& number) {
    for (const auto& [sid, numbers] : account.messaging_services) {
        if (contains(numbers, number)) return sid;
    }
    return {};
}

Accounts::Accounts(StateFile* file) : kept_(file, "twilio_account") {
    kept_.each([this](const std::string& sid, const nlohmann::json& kept) {
        CarrierAccount& account = accounts_[sid];
        account.carrier = "twilio";
        account.username = sid;
        kept.at("auth_token").get_to(account.password);
        kept.at("api_key_sid").get_to(account.api_key_sid);
        kept.at("api_key_secret").get_to(account.api_key_secret);
        kept.at("numbers").get_to(account.numbers);
        kept.at("messaging_services").get_to(account.messaging_services);
        kept.at("sms_url").get_to(account.sms_url);
        is_given_ = is_given_ || kept.at("is_given").get<bool>();
    });
}

/// The token of one that was not given is no secret of ours: it comes with the next request.
void Accounts::keep(const CarrierAccount& account) const {
    kept_.put(account.username, [&] {
        return nlohmann::json{{"auth_token", is_given_ ? account.password : std::string()},
                              {"api_key_sid", account.api_key_sid},
                              {"api_key_secret", account.api_key_secret},
                              {"numbers", account.numbers},
                              {"messaging_services", account.messaging_services},
                              {"sms_url", account.sms_url},
                              {"is_given", is_given_}};
    });
}

void Accounts::add(const CarrierAccount& account) {
    check(account);
    const std::lock_guard lock(mutex_);
    if (is_given_) {
        for (const auto& [sid, other] : accounts_) {
            for (const std::string& number : all_numbers(account))
                check(sid == account.username || !has_number(other, number), number + " belongs to " + sid);
        }
    } else {
        accounts_.clear();
        kept_.remove_all();
        is_given_ = true;
    }
    accounts_[account.username] = account;
    keep(account);
}

bool Accounts::remove(const std::string& account_sid) {
    const std::lock_guard lock(mutex_);
    if (!is_given_ || accounts_.erase(account_sid) == 0) return false;
    kept_.remove(account_sid);
    is_given_ = !accounts_.empty();
    return true;
}

std::vector<CarrierAccount> Accounts::given() const {
    const std::lock_guard lock(mutex_);
    std::vector<CarrierAccount> all;
    if (!is_given_) return all;
    for (const auto& [sid, account] : accounts_)
        all.push_back(account);
    return all;
}

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
    const auto [known, is_new] = accounts_.try_emplace(account_sid);
    CarrierAccount& account = known->second;
    account.carrier = "twilio";
    account.username = account_sid;
    if (is_account) account.password = credentials.password;
    if (is_new) keep(account);
    return true;
}

bool Accounts::may_text_from(const std::string& account_sid, const std::string& number) {
    const std::lock_guard lock(mutex_);
    const auto found = accounts_.find(account_sid);
    if (found == accounts_.end()) return false;
    if (is_given_ || has_number(found->second, number)) return has_number(found->second, number);
    for (auto& [sid, account] : accounts_) {
        if (std::erase(account.numbers, number) > 0) keep(account);
    }
    found->second.numbers.push_back(number);
    keep(found->second);
    return true;
}

std::optional<std::vector<std::string>> Accounts::numbers_of_service(const std::string& account_sid,
                                                                     const std::string& service_sid) {
    const std::lock_guard lock(mutex_);
    const auto account = accounts_.find(account_sid);
    if (account == accounts_.end()) return std::nullopt;
    auto& services = account->second.messaging_services;
    if (!is_given_ && is_sid("MG", service_sid) &&
        services.try_emplace(service_sid, std::vector{number_of(service_sid)}).second) {
        keep(account->second);
    }
    const auto service = services.find(service_sid);
    return service == services.end() ? std::nullopt : std::optional(service->second);
}

std::optional<CarrierAccount> Accounts::find(const std::string& account_sid) const {
    const std::lock_guard lock(mutex_);
    const auto found = accounts_.find(account_sid);
    if (found == accounts_.end()) return std::nullopt;
    return found->second;
}

std::optional<CarrierAccount> Accounts::owner_of(const std::string& number) const {
    const std::lock_guard lock(mutex_);
    for (const auto& [sid, account] : accounts_) {
        if (has_number(account, number)) return account;
    }
    return std::nullopt;
}

void Accounts::reset() {
    const std::lock_guard lock(mutex_);
    accounts_.clear();
    kept_.remove_all();
    is_given_ = false;
}

}  // namespace mock_host::twilio
