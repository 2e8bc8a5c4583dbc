#include "accounts/account_service.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>

#include <nlohmann/json.hpp>

#include "webhooks/webhook_key.hpp"

namespace send_text {

GatewayOptions gateway_options(const Settings& settings) {
    return {settings.zipwhip_base_url, settings.twilio_base_url, settings.ca_file,
            settings.connect_timeout_seconds, settings.answer_timeout_seconds};
}

AccountService::AccountService(AccountStore& store, SecretStore& secrets, GatewayFactory& gateways,
                               AuditStore& audit, const CurrentSettings& settings, Clock& clock, Log& log,
                               AccountHooks hooks)
    : store_(store),
      secrets_(secrets),
      gateways_(gateways),
      audit_(audit),
      settings_(settings),
      clock_(clock),
      log_(log),
      hooks_(std::move(hooks)) {}

void AccountService::load() {
    std::vector<Account> accounts = store_.all();
    std::erase_if(accounts, [](const Account& account) { return account.state == AccountState::incomplete; });
    const std::lock_guard lock(mutex_);
    accounts_ = std::move(accounts);
    ++version_;
}

std::vector<Account> AccountService::all() const {
    const std::lock_guard lock(mutex_);
    return accounts_;
}

std::vector<Account> AccountService::accounts_for(const SessionUser& user) const {
    std::vector<Account> own;
    std::vector<Account> of_branch;
    for (const Account& account : all()) {
        if (account.state != AccountState::in_use) continue;
        const bool is_user = account.owner == AccountOwner::user;
        if (account.owner_id == (is_user ? user.rep_id : user.branch_id)) {
            (is_user ? own : of_branch).push_back(account);
        }
    }
    own.insert(own.end(), of_branch.begin(), of_branch.end());
    return own;
}

std::optional<Account> AccountService::account_of_line(const std::string& line) const {
    const std::vector<Account> accounts = all();
    const auto found = std::find_if(accounts.begin(), accounts.end(),
                                    [&](const Account& account) { return account.line == line; });
    return found == accounts.end() ? std::nullopt : std::optional(*found);
}

std::optional<Account> AccountService::account_of_key(std::string_view key) const {
    std::optional<Account> found;
    for (const Account& account : all()) {  // all of them, so that the time it takes tells nothing
        if (!account.key_hash.empty() && matches(account.key_hash, key)) found = account;
    }
    return found && found->state == AccountState::in_use ? found : std::nullopt;
}

Credentials AccountService::credentials_of(const Account& account) const {
    return {account.username, password_of(account.id), account.carrier_account, account.line};
}

std::optional<Secret> AccountService::webhook_key_of(const Account& account) const {
    return secrets_.get(webhook_key_name(account.id));
}

std::string AccountService::problem_of(const Account& account) const {
    const std::lock_guard lock(mutex_);
    std::string words;
    for (const auto* const told : {&problems_, &clock_warnings_}) {
        const auto found = told->find(account.line);
        if (found != told->end()) words += (words.empty() ? "" : " ") + found->second;
    }
    return words;
}

void AccountService::set_problem(const std::string& line, const std::string& problem) {
    set_words(problems_, line, problem);
}

void AccountService::set_clock_warning(const std::string& line, const std::string& warning) {
    set_words(clock_warnings_, line, warning);
}

void AccountService::set_words(std::map<std::string, std::string>& of_lines, const std::string& line,
                               const std::string& words) {
    const std::lock_guard lock(mutex_);
    if (words.empty()) {
        of_lines.erase(line);
    } else {
        of_lines[line] = words;
    }
}

Secret AccountService::password_of(std::int64_t account_id) const {
    std::optional<Secret> password = secrets_.get(password_name(account_id));
    if (password) return std::move(*password);
    throw std::runtime_error(
        "The password of the account is missing. Enter it again under administration > external services.");
}

}  // namespace send_text
