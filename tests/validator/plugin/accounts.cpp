#include "accounts.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "json_file.hpp"
#include "staffing_cpp/call.hpp"

namespace sound {
namespace {

using nlohmann::json;
using staffing::abi;
using staffing::StatusError;

std::string secret_name(std::int64_t account_id) {
    return "account." + std::to_string(account_id);
}

std::string text_of(const json& values, const char* field) {
    const auto found = values.find(field);
    return found != values.end() && found->is_string() ? found->get<std::string>() : std::string();
}

void expect_taken(const json& values) {
    if (text_of(values, "password") == "wrong") {
        throw StatusError(STAFFING_STATUS_REFUSED, "The service does not take this password.");
    }
}

}  // namespace

void Accounts::open(const std::string& folder) {
    const std::lock_guard lock(mutex_);
    path_ = folder.empty() ? "" : folder + "/accounts.json";
    accounts_.clear();
    if (path_.empty()) return;
    const json kept = read_object(path_);
    for (const auto& [id, account] : kept.items()) {
        if (!account.is_object()) continue;
        accounts_[std::atoll(id.c_str())] = {account.value("name", ""), account.value("is_disabled", false)};
        last_id_ = std::max<std::int64_t>(last_id_, std::atoll(id.c_str()));
    }
}

std::string Accounts::form() {
    return R"({"service": "sound", "label": "Sound Service", "fields": [
        {"id": "name", "type": "text", "label": "Name", "required": true},
        {"id": "password", "type": "secret", "label": "Password", "required": true}]})";
}

std::string Accounts::problems(std::string_view values_json, bool is_change) {
    const json values = parsed_object(values_json);
    json problems = json::object();
    if (text_of(values, "name").empty()) problems["name"] = "Give the account a name.";
    if (!is_change && text_of(values, "password").empty()) problems["password"] = "Give a password.";
    for (const auto& [field, value] : values.items())
        if (!value.is_string()) problems[field] = "This is no text.";
    return problems.dump();
}

void Accounts::expect_account(std::int64_t account_id) const {
    if (account_id == 0 || accounts_.contains(account_id)) return;
    throw StatusError(STAFFING_STATUS_NOT_FOUND, "There is no such account.");
}

void Accounts::test(std::int64_t account_id, std::string_view values_json) const {
    const std::string found = problems(values_json, account_id != 0);
    {
        const std::lock_guard lock(mutex_);
        expect_account(account_id);
    }
    if (found != "{}") throw StatusError(STAFFING_STATUS_REFUSED, "A field is not filled in.");
    expect_taken(parsed_object(values_json));
}

void Accounts::keep(const All& accounts) const {
    json kept = json::object();
    for (const auto& [id, account] : accounts)
        kept[std::to_string(id)] = {{"name", account.name}, {"is_disabled", account.is_disabled}};
    write_object(path_, kept);
}

std::int64_t Accounts::save(std::int64_t account_id, std::string_view values_json) {
    test(account_id, values_json);
    const json values = parsed_object(values_json);
    const std::lock_guard lock(mutex_);
    expect_account(account_id);
    if (path_.empty() || host_.credentials == nullptr) {
        throw StatusError(STAFFING_STATUS_NOT_SUPPORTED, "This host cannot keep accounts.");
    }
    const std::int64_t id = account_id == 0 ? last_id_ + 1 : account_id;
    const std::string password = text_of(values, "password");
    All accounts = accounts_;
    accounts[id].name = text_of(values, "name");
    keep(accounts);
    try {
        const std::string name = secret_name(id);
        const staffing_string key = abi(name);
        const staffing_string secret = abi(password);
        if (!password.empty())
            staffing::call("Keeping the password", host_.credentials->put, host_.host, &key, &secret);
    } catch (...) {
        keep(accounts_);
        throw;
    }
    accounts_ = accounts;
    last_id_ = std::max(last_id_, id);
    return id;
}

void Accounts::remove(std::int64_t account_id) {
    const std::lock_guard lock(mutex_);
    expect_account(account_id == 0 ? -1 : account_id);
    All accounts = accounts_;
    accounts.erase(account_id);
    keep(accounts);
    accounts_ = accounts;
    const std::string name = secret_name(account_id);
    const staffing_string key = abi(name);
    if (host_.credentials != nullptr) host_.credentials->remove(host_.host, &key, nullptr);
}

void Accounts::perform(std::int64_t account_id, const std::string& action_id) {
    const std::lock_guard lock(mutex_);
    expect_account(account_id == 0 ? -1 : account_id);
    All accounts = accounts_;
    Account& account = accounts[account_id];
    if (action_id != (account.is_disabled ? "enable" : "disable")) {
        throw StatusError(STAFFING_STATUS_NOT_FOUND, "The account has no such action now.");
    }
    account.is_disabled = !account.is_disabled;
    keep(accounts);
    accounts_ = accounts;
}

std::string Accounts::list() const {
    const std::lock_guard lock(mutex_);
    json accounts = json::array();
    for (const auto& [id, account] : accounts_) {
        const char* const action = account.is_disabled ? "enable" : "disable";
        accounts.push_back({{"id", id},
                            {"label", account.name},
                            {"values", {{"name", account.name}}},
                            {"state", account.is_disabled ? "disabled" : "in_use"},
                            {"actions", json::array({{{"id", action}, {"label", action}}})}});
    }
    return json{{"accounts", accounts}}.dump();
}

}  // namespace sound
