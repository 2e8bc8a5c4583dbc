#include "carrier/twilio/accounts.hpp"

#include <algorithm>
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
        is_given_ = true;
    }
    accounts_[account.username] = account;
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
    CarrierAccount& account = accounts_[account_sid];
    account.carrier = "twilio";
    account.username = account_sid;
    if (is_account) account.password = credentials.password;
    return true;
}

bool Accounts::may_text_from(const std::string& account_sid, const std::string& number) {
    const std::lock_guard lock(mutex_);
    const auto found = accounts_.find(account_sid);
    if (found == accounts_.end()) return false;
    if (is_given_ || has_number(found->second, number)) return has_number(found->second, number);
    for (auto& [sid, account] : accounts_)
        std::erase(account.numbers, number);
    found->second.numbers.push_back(number);
    return true;
}

std::optional<std::vector<std::string>> Accounts::numbers_of_service(const std::string& account_sid,
                                                                     const std::string& service_sid) {
    const std::lock_guard lock(mutex_);
    const auto account = accounts_.find(account_sid);
    if (account == accounts_.end()) return std::nullopt;
    auto& services = account->second.messaging_services;
    if (!is_given_ && is_sid("MG", service_sid))
        services.try_emplace(service_sid, std::vector{number_of(service_sid)});
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
    is_given_ = false;
}

}  // namespace mock_host::twilio
