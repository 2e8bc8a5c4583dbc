#include "accounts/account_service.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>

#include <nlohmann/json.hpp>

namespace send_text {
namespace {

std::string secret_name(std::int64_t account_id) {
    return "account/" + std::to_string(account_id) + "/password";
}

}  // namespace

GatewayOptions gateway_options(const Settings& settings) {
    return {settings.zipwhip_base_url, settings.ca_file, settings.connect_timeout_seconds,
            settings.answer_timeout_seconds};
}

AccountService::AccountService(AccountStore& store, SecretStore& secrets, GatewayFactory& gateways,
                               const CurrentSettings& settings, Clock& clock, std::function<void()> changed)
    : store_(store),
      secrets_(secrets),
      gateways_(gateways),
      settings_(settings),
      clock_(clock),
      changed_(std::move(changed)) {}

void AccountService::load() {
    std::vector<Account> accounts = store_.all();
    const std::lock_guard lock(mutex_);
    accounts_ = std::move(accounts);
    ++version_;
}

std::vector<Account> AccountService::all() const {
    const std::lock_guard lock(mutex_);
    return accounts_;
}

std::optional<Account> AccountService::account_for(const SessionUser& user) const {
    const std::vector<Account> accounts = all();
    const auto owned_by = [&](AccountOwner owner, std::int64_t id) {
        return std::find_if(accounts.begin(), accounts.end(), [&](const Account& account) {
            return account.owner == owner && account.owner_id == id;
        });
    };
    auto found = owned_by(AccountOwner::user, user.rep_id);
    if (found == accounts.end()) found = owned_by(AccountOwner::branch, user.branch_id);
    return found == accounts.end() ? std::nullopt : std::optional(*found);
}

std::optional<Account> AccountService::account_of_line(const std::string& line) const {
    const std::vector<Account> accounts = all();
    const auto found = std::find_if(accounts.begin(), accounts.end(),
                                    [&](const Account& account) { return account.line == line; });
    return found == accounts.end() ? std::nullopt : std::optional(*found);
}

Credentials AccountService::credentials_of(const Account& account) const {
    return {account.username, password_of(account.id)};
}

void AccountService::test(std::int64_t account_id, const nlohmann::json& values) {
    log_in(checked(account_id, values));
}

std::int64_t AccountService::save(std::int64_t account_id, const nlohmann::json& values) {
    const std::lock_guard lock(changing_);
    const AccountValues wanted = checked(account_id, values);
    log_in(wanted);

    const std::optional<Account> before = account_id == 0 ? std::nullopt : store_.get(account_id);
    Account account{account_id,
                    wanted.owner,
                    wanted.owner_id,
                    wanted.carrier,
                    wanted.username,
                    wanted.line,
                    before && before->line == wanted.line ? before->created_ms : clock_.now_ms()};
    account.id = store_.save(account);
    try {
        secrets_.put(secret_name(account.id), *wanted.password);
    } catch (...) {
        if (before) {
            store_.save(*before);
        } else {
            store_.remove(account.id);
        }
        throw;
    }
    load();
    changed_();
    return account.id;
}

void AccountService::remove(std::int64_t account_id) {
    const std::lock_guard lock(changing_);
    if (!store_.remove(account_id)) throw std::invalid_argument("There is no such account any more.");
    load();
    changed_();
    secrets_.remove(secret_name(account_id));
}

AccountValues AccountService::checked(std::int64_t account_id, const nlohmann::json& values) const {
    const Problems problems = check_account(values, account_id == 0);
    if (!problems.empty()) throw std::invalid_argument(problems.begin()->second);
    AccountValues read = read_account(values);
    if (!read.password) read.password = password_of(account_id);
    return read;
}

std::string AccountService::password_of(std::int64_t account_id) const {
    const std::optional<std::string> password = secrets_.get(secret_name(account_id));
    if (password) return *password;
    throw std::runtime_error(
        "The password of the account is missing. Enter it again under administration > external services.");
}

void AccountService::log_in(const AccountValues& values) const {
    gateways_.make(values.carrier, {values.username, *values.password}, gateway_options(*settings_.get()))
        ->log_in();
}

}  // namespace send_text
