#include "carrier/zipwhip/sessions.hpp"

#include <Poco/NumberFormatter.h>
#include <Poco/String.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <random>

#include "carrier/phone_number.hpp"

namespace mock_host::zipwhip {

namespace {

std::string random_key() {
    std::random_device random;
    const auto hex = [&random](int digits) {
        return Poco::toLower(Poco::NumberFormatter::formatHex(random(), 8))
            .substr(0, static_cast<std::size_t>(digits));
    };
    return hex(8) + "-" + hex(4) + "-" + hex(4) + "-" + hex(4) + "-" + hex(8) + hex(4) + ":" +
           std::to_string(random() % 900'000'000 + 100'000'000);
}

}  // namespace

std::optional<std::string> line_of_username(const std::string& username) {
    if (!is_all_digits(username)) return std::nullopt;
    const std::string line = (username.size() == 10 ? "+1" : "+") + username;
    if (!is_e164(line)) return std::nullopt;
    return line;
}

Sessions::Sessions(Accounts accounts, StateFile* file)
    : initial_accounts_(std::move(accounts)), kept_(file, "zipwhip_account"), accounts_(initial_accounts_) {
    kept_.each([this](const std::string& username, const nlohmann::json& kept) {
        accounts_[username] = kept.at("password");
    });
}

bool Sessions::lets_in(const std::string& username, const std::string& password) const {
    if (accounts_.empty()) return true;
    const auto account = accounts_.find(username);
    return account != accounts_.end() && account->second == password;
}

void Sessions::add_account(const std::string& username, const std::string& password) {
    const std::lock_guard lock(mutex_);
    accounts_[username] = password;
    kept_.put(username, [&] { return nlohmann::json{{"password", password}}; });
    std::erase_if(by_key_, [this](const auto& entry) {
        return !lets_in(entry.second.username, entry.second.password);
    });
}

bool Sessions::remove_account(const std::string& username) {
    const std::lock_guard lock(mutex_);
    if (accounts_.erase(username) == 0) return false;
    kept_.remove(username);
    std::erase_if(by_key_, [this](const auto& entry) {
        return !lets_in(entry.second.username, entry.second.password);
    });
    return true;
}

std::vector<std::string> Sessions::usernames() const {
    const std::lock_guard lock(mutex_);
    std::vector<std::string> names;
    for (const auto& [username, password] : accounts_)
        names.push_back(username);
    return names;
}

void Sessions::end_all() {
    const std::lock_guard lock(mutex_);
    by_key_.clear();
}

std::optional<std::string> Sessions::log_in(const std::string& username, const std::string& password,
                                            Moment when) {
    const auto line = line_of_username(username);
    if (!line || password.empty()) return std::nullopt;
    const std::lock_guard lock(mutex_);
    if (!lets_in(username, password)) return std::nullopt;
    const std::string key = random_key();
    by_key_[key] = {*line, when, username, password};
    return key;
}

bool Sessions::log_out(const std::string& key) {
    const std::lock_guard lock(mutex_);
    return by_key_.erase(key) > 0;
}

std::optional<std::string> Sessions::line_of(const std::string& key) const {
    const std::lock_guard lock(mutex_);
    const auto found = by_key_.find(key);
    if (found == by_key_.end()) return std::nullopt;
    return found->second.line;
}

std::optional<Moment> Sessions::first_login(const std::string& line) const {
    const std::lock_guard lock(mutex_);
    std::optional<Moment> first;
    for (const auto& [key, session] : by_key_) {
        if (session.line == line && (!first || session.begun < *first)) first = session.begun;
    }
    return first;
}

bool Sessions::has_line(const std::string& line) const {
    const std::lock_guard lock(mutex_);
    return accounts_.empty() || std::any_of(accounts_.begin(), accounts_.end(), [&line](const auto& account) {
               return line_of_username(account.first) == line;
           });
}

void Sessions::reset() {
    const std::lock_guard lock(mutex_);
    accounts_ = initial_accounts_;
    kept_.remove_all();
    by_key_.clear();
}

}  // namespace mock_host::zipwhip
