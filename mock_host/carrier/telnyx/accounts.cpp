#include "carrier/telnyx/accounts.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "carrier/telnyx/id.hpp"

namespace mock_host::telnyx {

namespace {

void check(const CarrierAccount& account) {
    check_account(is_id(account.username),
                  "the messaging profile's id \"" + account.username + "\" is not a UUID");
    check_account(!account.password.empty(), "the API key of " + account.username + " is empty");
    for (const std::string& number : account.numbers)
        check_number(number);
    check_address(account.sms_url, "webhook_url", account);
    check_address(account.failover_url, "webhook_failover_url", account);
}

std::vector<std::string> all_numbers(const CarrierAccount& account) {
    return account.numbers;
}

nlohmann::json kept_form(const CarrierAccount& account, bool /*is_given*/) {
    return {{"api_key", account.password},
            {"numbers", account.numbers},
            {"webhook_url", account.sms_url},
            {"webhook_failover_url", account.failover_url}};
}

void restore(const nlohmann::json& kept, CarrierAccount& account) {
    kept.at("api_key").get_to(account.password);
    kept.at("numbers").get_to(account.numbers);
    kept.at("webhook_url").get_to(account.sms_url);
    kept.at("webhook_failover_url").get_to(account.failover_url);
}

}  // namespace

Accounts::Accounts(StateFile* file) : AccountBook({"telnyx", check, all_numbers, kept_form, restore}, file) {}

bool Accounts::let_in(const std::string& api_key) {
    const std::lock_guard lock(mutex_);
    if (api_key.empty()) return false;
    if (!is_given_) found_or_made_up(id_of(api_key), api_key);
    return std::any_of(accounts_.begin(), accounts_.end(),
                       [&](const auto& each) { return each.second.password == api_key; });
}

std::vector<CarrierAccount> Accounts::of_key(const std::string& api_key) const {
    const std::lock_guard lock(mutex_);
    std::vector<CarrierAccount> all;
    for (const auto& [id, account] : accounts_) {
        if (account.password == api_key) all.push_back(account);
    }
    return all;
}

std::optional<CarrierAccount> Accounts::profile_to_text_from(const std::string& api_key,
                                                             const std::string& number) {
    const std::lock_guard lock(mutex_);
    for (const auto& [id, account] : accounts_) {
        if (account.password == api_key && has_number(account, number)) return account;
    }
    if (is_given_) return std::nullopt;
    CarrierAccount& account = found_or_made_up(id_of(api_key), api_key);
    hand_over(number, account);
    return account;
}

std::optional<CarrierAccount> Accounts::profile_of(const std::string& api_key,
                                                   const std::string& profile_id) {
    const std::lock_guard lock(mutex_);
    if (!is_given_ && is_id(profile_id) && !accounts_.contains(profile_id)) {
        CarrierAccount& account = found_or_made_up(profile_id, api_key);
        // No line that anybody texts from by its own number.
        account.numbers = {made_up_number("+15005552", profile_id)};
        keep(account);
    }
    const auto found = accounts_.find(profile_id);
    if (found == accounts_.end() || found->second.password != api_key) return std::nullopt;
    return found->second;
}

}  // namespace mock_host::telnyx
