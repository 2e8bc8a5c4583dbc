#include "carrier/telnyx/accounts.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "carrier/phone_number.hpp"
#include "carrier/telnyx/id.hpp"
#include "carrier/web_address.hpp"

namespace mock_host::telnyx {

namespace {

bool has_number(const CarrierAccount& account, const std::string& number) {
    return std::find(account.numbers.begin(), account.numbers.end(), number) != account.numbers.end();
}

/// "+15005552" and three digits: no line that anybody texts from by its own number.
std::string number_of(const std::string& profile_id) {
    unsigned digits = 0;
    for (const char c : profile_id)
        digits = (digits * 31 + static_cast<unsigned char>(c)) % 1000;
    return "+15005552" + std::to_string(1000 + digits).substr(1);
}

void check(bool is_right, const std::string& otherwise) {
    if (!is_right) throw std::invalid_argument(otherwise);
}

void check(const CarrierAccount& account) {
    check(is_id(account.username), "the messaging profile's id \"" + account.username + "\" is not a UUID");
    check(!account.password.empty(), "the API key of " + account.username + " is empty");
    for (const std::string& number : account.numbers)
        check(is_e164(number), "\"" + number + "\" is not a number in E.164 form (+12065550100)");
    check(account.sms_url.empty() || is_web_address(account.sms_url),
          "the \"webhook_url\" of " + account.username + " is not an http or https address");
    check(account.failover_url.empty() || is_web_address(account.failover_url),
          "the \"webhook_failover_url\" of " + account.username + " is not an http or https address");
}

}  // namespace

Accounts::Accounts(StateFile* file) : kept_(file, "telnyx_account") {
    kept_.each([this](const std::string& id, const nlohmann::json& kept) {
        CarrierAccount& account = accounts_[id];
        account.carrier = "telnyx";
        account.username = id;
        kept.at("api_key").get_to(account.password);
        kept.at("numbers").get_to(account.numbers);
        kept.at("webhook_url").get_to(account.sms_url);
        kept.at("webhook_failover_url").get_to(account.failover_url);
        is_given_ = is_given_ || kept.at("is_given").get<bool>();
    });
}

void Accounts::keep(const CarrierAccount& account) const {
    kept_.put(account.username, [&] {
        return nlohmann::json{{"api_key", account.password},
                              {"numbers", account.numbers},
                              {"webhook_url", account.sms_url},
                              {"webhook_failover_url", account.failover_url},
                              {"is_given", is_given_}};
    });
}

CarrierAccount& Accounts::make(const std::string& profile_id, const std::string& api_key) {
    const auto [known, is_new] = accounts_.try_emplace(profile_id);
    CarrierAccount& account = known->second;
    if (!is_new) return account;
    account.carrier = "telnyx";
    account.username = profile_id;
    account.password = api_key;
    keep(account);
    return account;
}

void Accounts::add(const CarrierAccount& account) {
    check(account);
    const std::lock_guard lock(mutex_);
    if (is_given_) {
        for (const auto& [id, other] : accounts_) {
            for (const std::string& number : account.numbers)
                check(id == account.username || !has_number(other, number), number + " belongs to " + id);
        }
    } else {
        accounts_.clear();
        kept_.remove_all();
        is_given_ = true;
    }
    accounts_[account.username] = account;
    keep(account);
}

bool Accounts::remove(const std::string& profile_id) {
    const std::lock_guard lock(mutex_);
    if (!is_given_ || accounts_.erase(profile_id) == 0) return false;
    kept_.remove(profile_id);
    is_given_ = !accounts_.empty();
    return true;
}

std::vector<CarrierAccount> Accounts::given() const {
    const std::lock_guard lock(mutex_);
    std::vector<CarrierAccount> all;
    if (!is_given_) return all;
    for (const auto& [id, account] : accounts_)
        all.push_back(account);
    return all;
}

bool Accounts::let_in(const std::string& api_key) {
    const std::lock_guard lock(mutex_);
    if (api_key.empty()) return false;
    if (!is_given_) make(id_of(api_key), api_key);
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
    for (auto& [id, account] : accounts_) {
        if (std::erase(account.numbers, number) > 0) keep(account);
    }
    CarrierAccount& account = make(id_of(api_key), api_key);
    account.numbers.push_back(number);
    keep(account);
    return account;
}

std::optional<CarrierAccount> Accounts::profile_of(const std::string& api_key,
                                                   const std::string& profile_id) {
    const std::lock_guard lock(mutex_);
    if (!is_given_ && is_id(profile_id) && !accounts_.contains(profile_id)) {
        CarrierAccount& account = make(profile_id, api_key);
        account.numbers = {number_of(profile_id)};
        keep(account);
    }
    const auto found = accounts_.find(profile_id);
    if (found == accounts_.end() || found->second.password != api_key) return std::nullopt;
    return found->second;
}

std::optional<CarrierAccount> Accounts::find(const std::string& profile_id) const {
    const std::lock_guard lock(mutex_);
    const auto found = accounts_.find(profile_id);
    return found == accounts_.end() ? std::nullopt : std::optional(found->second);
}

std::optional<CarrierAccount> Accounts::owner_of(const std::string& number) const {
    const std::lock_guard lock(mutex_);
    for (const auto& [id, account] : accounts_) {
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

}  // namespace mock_host::telnyx
