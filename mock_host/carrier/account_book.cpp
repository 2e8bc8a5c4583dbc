#include "carrier/account_book.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "carrier/phone_number.hpp"
#include "carrier/web_address.hpp"

namespace mock_host {

AccountBook::AccountBook(const AccountKind& kind, StateFile* file)
    : kind_(kind), kept_(file, std::string(kind.carrier) + "_account") {
    kept_.each([this](const std::string& username, const nlohmann::json& kept) {
        CarrierAccount& account = accounts_[username];
        account.carrier = kind_.carrier;
        account.username = username;
        kind_.restore(kept, account);
        is_given_ = is_given_ || kept.at("is_given").get<bool>();
    });
}

bool AccountBook::has_number(const CarrierAccount& account, const std::string& number) const {
    const std::vector<std::string> numbers = kind_.numbers(account);
    return std::find(numbers.begin(), numbers.end(), number) != numbers.end();
}

void AccountBook::keep(const CarrierAccount& account) const {
    kept_.put(account.username, [&] {
        nlohmann::json kept = kind_.kept_form(account, is_given_);
        kept["is_given"] = is_given_;
        return kept;
    });
}

CarrierAccount& AccountBook::found_or_made_up(const std::string& username, const std::string& password) {
    const auto [known, is_new] = accounts_.try_emplace(username);
    CarrierAccount& account = known->second;
    if (!is_new) return account;
    account.carrier = kind_.carrier;
    account.username = username;
    account.password = password;
    keep(account);
    return account;
}

void AccountBook::hand_over(const std::string& number, CarrierAccount& account) {
    for (auto& [username, other] : accounts_) {
        if (std::erase(other.numbers, number) > 0) keep(other);
    }
    account.numbers.push_back(number);
    keep(account);
}

void AccountBook::forget_all() {
    accounts_.clear();
    kept_.remove_all();
}

void AccountBook::add(const CarrierAccount& account) {
    kind_.check(account);
    const std::lock_guard lock(mutex_);
    if (is_given_) {
        for (const auto& [username, other] : accounts_) {
            for (const std::string& number : kind_.numbers(account))
                check_account(username == account.username || !has_number(other, number),
                              number + " belongs to " + username);
        }
    } else {
        forget_all();
        is_given_ = true;
    }
    accounts_[account.username] = account;
    keep(account);
}

bool AccountBook::remove(const std::string& username) {
    const std::lock_guard lock(mutex_);
    if (!is_given_ || accounts_.erase(username) == 0) return false;
    kept_.remove(username);
    is_given_ = !accounts_.empty();
    return true;
}

std::vector<CarrierAccount> AccountBook::given() const {
    const std::lock_guard lock(mutex_);
    std::vector<CarrierAccount> all;
    if (!is_given_) return all;
    for (const auto& [username, account] : accounts_)
        all.push_back(account);
    return all;
}

std::optional<CarrierAccount> AccountBook::find(const std::string& username) const {
    const std::lock_guard lock(mutex_);
    const auto found = accounts_.find(username);
    return found == accounts_.end() ? std::nullopt : std::optional(found->second);
}

std::optional<CarrierAccount> AccountBook::owner_of(const std::string& number) const {
    const std::lock_guard lock(mutex_);
    for (const auto& [username, account] : accounts_) {
        if (has_number(account, number)) return account;
    }
    return std::nullopt;
}

void AccountBook::reset() {
    const std::lock_guard lock(mutex_);
    forget_all();
    is_given_ = false;
}

void check_account(bool is_right, const std::string& otherwise) {
    if (!is_right) throw std::invalid_argument(otherwise);
}

void check_number(const std::string& number) {
    check_account(is_e164(number), "\"" + number + "\" is not a number in E.164 form (+12065550100)");
}

void check_address(const std::string& address, const std::string& field, const CarrierAccount& account) {
    check_account(address.empty() || is_web_address(address),
                  "the \"" + field + "\" of " + account.username + " is not an http or https address");
}

std::string made_up_number(const std::string& prefix, const std::string& name) {
    unsigned digits = 0;
    for (const char c : name)
        digits = (digits * 31 + static_cast<unsigned char>(c)) % 1000;
    return prefix + std::to_string(1000 + digits).substr(1);
}

}  // namespace mock_host
