#include "accounts/account_service.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>

#include <nlohmann/json.hpp>

#include "core/local_time.hpp"
#include "core/webhook_key.hpp"
#include "gateway/carrier.hpp"

namespace send_text {

GatewayOptions gateway_options(const Settings& settings) {
    return {settings.carrier_addresses, settings.ca_file, settings.connect_timeout, settings.answer_timeout};
}

namespace {

/// Whether what is said to the account can reach us: where it is not polled for, we must listen, and know who
/// calls.
bool receives_replies(const Account& account, const Settings& settings) {
    const Carrier* carrier = find_carrier(account.carrier);
    if (carrier == nullptr || carrier->can.polls_replies) return true;
    const auto is_provable = carrier->webhooks.is_provable;
    return !settings.webhook_listener.empty() && (is_provable == nullptr || is_provable(account));
}

}  // namespace

AccountService::AccountService(AccountStore& store, SecretStore& secrets, GatewayFactory& gateways,
                               AuditStore& audit, const WorkContext& context, AccountHooks hooks)
    : store_(store),
      secrets_(secrets),
      gateways_(gateways),
      audit_(audit),
      settings_(context.settings),
      clock_(context.clock),
      log_(context.log),
      hooks_(std::move(hooks)) {}

void AccountService::load() {
    std::vector<Account> accounts = store_.all();
    std::erase_if(accounts, [](const Account& account) { return account.state == AccountState::incomplete; });
    const MutexLock lock(mutex_);
    accounts_ = std::move(accounts);
    ++version_;
}

std::vector<Account> AccountService::all() const {
    const MutexLock lock(mutex_);
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

std::optional<Account> AccountService::account_of_line(const LineId& line) const {
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

std::optional<std::string> AccountService::problem_of(const Account& account) const {
    const MutexLock lock(mutex_);
    const auto problem = problems_.find(account.line);
    const auto warning = clock_warnings_.find(account.line);
    if (problem == problems_.end())
        return warning == clock_warnings_.end() ? std::nullopt : std::optional(warning->second);
    if (warning == clock_warnings_.end()) return problem->second.words;
    return problem->second.words + " " + warning->second;
}

void AccountService::set_problem(const LineId& line, const std::string& problem,
                                 const std::string& headline) {
    const TimePoint now = clock_.now();
    const MutexLock lock(mutex_);
    const auto [entry, is_new] = problems_.try_emplace(line);
    if (is_new || entry->second.headline != headline) entry->second.since = now;
    entry->second.headline = headline;
    entry->second.words = problem;
}

void AccountService::clear_problem(const LineId& line) {
    const MutexLock lock(mutex_);
    problems_.erase(line);
}

void AccountService::set_clock_warning(const LineId& line, const std::optional<std::string>& warning) {
    const MutexLock lock(mutex_);
    if (warning) {
        clock_warnings_[line] = *warning;
    } else {
        clock_warnings_.erase(line);
    }
}

std::string AccountService::describe_standing(const Account& account, const std::string& time_zone) const {
    if (account.state == AccountState::disabled) {
        const auto disabled = audit_.latest("account.disable", audit_subject(account));
        if (!disabled || disabled->who.name.empty()) return "Disabled";
        return "Disabled by " + disabled->who.name + " on " + local_date_text(disabled->at, time_zone);
    }
    const TimePoint now = clock_.now();  // the host's clock: not with a lock that a menu may wait for
    {
        const MutexLock lock(mutex_);
        if (const auto found = problems_.find(account.line); found != problems_.end())
            return found->second.headline + " since " + local_time_text(found->second.since, now, time_zone);
    }
    if (!receives_replies(account, *settings_.get())) return "Texting, hears no replies";
    return account.webhook_prefix.empty() ? "Texting" : "Texting, webhook registered";
}

Secret AccountService::password_of(std::int64_t account_id) const {
    std::optional<Secret> password = secrets_.get(password_name(account_id));
    if (password) return std::move(*password);
    throw std::runtime_error(
        "The password of the account is missing. Enter it again under administration > external services.");
}

}  // namespace send_text
