// What administrators do with accounts.

#include <algorithm>
#include <limits>
#include <stdexcept>
#include <utility>

#include <nlohmann/json.hpp>

#include "accounts/account_service.hpp"
#include "core/masked_number.hpp"
#include "core/time.hpp"
#include "gateway/list_reader.hpp"
#include "model/line_id.hpp"

namespace send_text {
namespace {

std::string subject_of(const nlohmann::json& values) {
    return values.is_object() ? audit_subject(read_account(values).account) : std::string();
}

/// What a change of the form has made different, for the audit trail.
std::string difference(const Account& before, const AccountValues& wanted, const Account& after) {
    const nlohmann::json old_values = account_values(before);
    const nlohmann::json new_values = account_values(after);
    std::string words;
    for (const auto& [field, value] : new_values.items()) {
        const std::string old = old_values.value(field, "");
        if (old == value) continue;
        words += (words.empty() ? "" : "; ") + field + ": " + old + " -> " + value.get<std::string>();
    }
    if (wanted.password) words += words.empty() ? "password replaced" : "; password replaced";
    if (wanted.webhook_key) words += words.empty() ? "webhook key replaced" : "; webhook key replaced";
    return words;
}

/// A saved account with what the form says now. Another line has other messages and another webhook.
Account changed_account(const Account& before, Account account) {
    account.id = before.id;
    account.state = before.state;
    account.created_at = before.created_at;
    if (account.line == before.line) {
        account.key_hash = before.key_hash;
        account.webhook_prefix = before.webhook_prefix;
    }
    return account;
}

}  // namespace

template <class Work>
auto AccountService::audited(const char* action, const std::string& subject, const Sender& who, Work work) {
    AuditEntry entry{.at = clock_.now(), .who = who, .action = action, .subject = subject};
    const auto result = [&] {
        try {
            return work(entry);
        } catch (const std::exception& error) {
            entry.outcome = "refused";
            entry.detail = error.what();
            audit_.add(entry);
            throw;
        }
    }();
    entry.outcome = "done";
    try {
        audit_.add(entry);
    } catch (const StoreError& error) {  // it is done all the same, and the answer says so
        log_.error(std::string("The audit trail lacks that \"") + action + "\" was done for " + who.name +
                   ". " + error.what());
    }
    return result;
}

void AccountService::test(std::int64_t account_id, const nlohmann::json& values, const Sender& who) {
    audited("account.test", subject_of(values), who, [&](AuditEntry&) {
        const AccountValues wanted = checked(account_id, values);
        gateway_for(wanted.account, password_for(account_id, wanted))->log_in();
        return true;
    });
}

std::int64_t AccountService::save(std::int64_t account_id, const nlohmann::json& values, const Sender& who) {
    const MutexLock lock(changing_);
    const char* const action = account_id == 0 ? "account.add" : "account.change";
    return audited(action, subject_of(values), who, [&](AuditEntry& entry) {
        const AccountValues wanted = checked(account_id, values);
        const auto before = account_id == 0 ? std::nullopt : std::optional(existing(account_id));
        Account account = before ? changed_account(*before, wanted.account) : wanted.account;
        if (before) {
            entry.detail = difference(*before, wanted, account);
        } else {
            account.created_at = clock_.now();
            account.state = AccountState::incomplete;
        }
        store_.check(account);
        const Secret password = password_for(account_id, wanted);
        const auto gateway = gateway_for(account, password);
        gateway->log_in();
        const bool is_line_new = before && before->line != account.line;
        const Secret password_before = is_line_new ? password_of(account_id) : Secret();

        Rollback undo;
        account.id = store_.save(account);
        undo.add([this, before, id = account.id] {
            if (before) {
                store_.save(*before);
            } else {
                store_.remove(id);
            }
        });
        store_secret(password_name(account.id), password, undo);
        if (wanted.webhook_key) store_secret(webhook_key_name(account.id), *wanted.webhook_key, undo);
        if (!before || is_line_new) begin_line(account.line, *gateway);
        register_webhook(account, *gateway, false, undo);
        if (!before) account.state = AccountState::in_use;
        store_.save(account);
        undo.dismiss();
        if (is_line_new) entry.detail += abandon_webhook(*before, password_before);
        changed(account.line);
        return account.id;
    });
}

void AccountService::perform(std::int64_t account_id, const std::string& action_id, const Sender& who) {
    const MutexLock lock(changing_);
    Account account = existing(account_id);
    audited(("account." + action_id).c_str(), audit_subject(account), who, [&](AuditEntry&) {
        const std::vector<AccountAction> actions = actions_of(account);
        if (std::none_of(actions.begin(), actions.end(),
                         [&](const AccountAction& action) { return action.id == action_id; })) {
            throw std::invalid_argument("The account " + label_of(account) + " has no action \"" + action_id +
                                        "\" now.");
        }
        if (action_id == "disable") {
            account.state = AccountState::disabled;
            store_.save(account);
        } else {
            const auto gateway = gateway_for(account, password_of(account_id));
            gateway->log_in();
            if (action_id == "rotate_key") {  // which is in the store before the carrier has it
                Rollback undo;
                undo.add([this, before = account] { store_.save(before); });
                register_webhook(account, *gateway, true, undo);
                undo.dismiss();
            } else {
                account.state = AccountState::in_use;
                store_.save(account);
            }
        }
        changed(account.line);
        return true;
    });
}

std::string AccountService::remove(std::int64_t account_id, const Sender& who) {
    const MutexLock lock(changing_);
    const Account account = existing(account_id);
    return audited("account.remove", audit_subject(account), who, [&](AuditEntry& entry) {
        Account going = account;
        going.state = AccountState::incomplete;
        store_.save(going);  // from here on it is gone; what is not cleared away now is at the next start
        std::string left_over;
        try {
            left_over = purge_account(account);
        } catch (const Cancelled&) {
            left_over = "What the carrier and the host still hold for it will be removed at the next start.";
        }
        changed(account.line);
        entry.detail = left_over;
        return left_over;
    });
}

/// Clears away all that there is of an account that is none any more. Returns what is left, in words. Throws
/// Cancelled.
std::string AccountService::purge_account(const Account& account) {
    try {
        const std::string left_over = unregister_webhook(account, secrets_.get(password_name(account.id)));
        forget_secrets(account.id);
        store_.remove(account.id);
        return left_over;
    } catch (const Cancelled&) {
        throw;
    } catch (const std::exception& error) {
        return "Its password could not be deleted yet. Send Text will try again at the next start. " +
               std::string(error.what());
    }
}

std::vector<AccountAction> AccountService::actions_of(const Account& account) {
    if (account.state == AccountState::disabled) {
        return {{"enable", "Enable",
                 "It sends texts again and fetches replies, including those that came in the meantime."}};
    }
    std::vector<AccountAction> actions{
        {"disable", "Disable", "It sends no texts until it is enabled again. Waiting texts stay on hold."}};
    if (!account.key_hash.empty()) {
        actions.push_back({"rotate_key", "New communication key",
                           "The carrier gets a new key for reporting replies. The old key stops working."});
    }
    return actions;
}

AccountValues AccountService::checked(std::int64_t account_id, nlohmann::json values) const {
    const bool is_new = account_id == 0;
    if (!is_new) drop_empty_secrets(values);  // a form's field that was left empty: it stays as it is
    const Problems problems = check_account(values, is_new);
    if (!problems.empty()) {
        wipe_secrets(values);
        throw std::invalid_argument(problems.begin()->second);
    }
    AccountValues read = read_account(values);
    wipe_secrets(values);
    return read;
}

Secret AccountService::password_for(std::int64_t account_id, const AccountValues& wanted) const {
    return wanted.password ? *wanted.password : password_of(account_id);
}

Account AccountService::existing(std::int64_t account_id) const {
    std::optional<Account> account = store_.get(account_id);
    if (account) return std::move(*account);
    throw std::invalid_argument("There is no such account any more.");
}

std::unique_ptr<Gateway> AccountService::gateway_for(const Account& account, const Secret& password) const {
    return gateways_.make(account.carrier,
                          {account.username, password, account.carrier_account, account.line},
                          gateway_options(*settings_.get()));
}

/// What the carrier has already is not ours. Its own list says so, whatever the clocks show.
void AccountService::begin_line(const LineId& line, Gateway& gateway) {
    std::optional<LineStart> start;
    try {
        LineStart found{{}, TimePoint::min()};
        ListReader reader(gateway);
        while (found.message_ids.empty() && !reader.is_over()) {
            const CarrierPage page = reader.next();
            for (const CarrierMessage& message : page.messages) {
                found.message_ids.push_back(message.id);
                // Beyond the page may lie older ones, some perhaps of the same second.
                if (!page.is_last) found.listed_since = message.listed_at + Milliseconds(1);
            }
        }
        start = std::move(found);
    } catch (const GatewayError& error) {
        log_.warning("Line " + masked_number(line.str()) +
                     ": the carrier could not be asked for the messages from before the account was added. " +
                     error.what());
    }
    store_.begin_line(line, start);
}

void AccountService::store_secret(const std::string& name, const Secret& secret, Rollback& undo) {
    const std::optional<Secret> before = secrets_.get(name);
    undo.add([this, name, before] { before ? secrets_.put(name, *before) : secrets_.remove(name); });
    secrets_.put(name, secret);
}

void AccountService::forget_secrets(std::int64_t account_id) {
    secrets_.remove(password_name(account_id));
    secrets_.remove(webhook_key_name(account_id));
}

void AccountService::changed(const LineId& line) {
    clear_problem(line);
    try {
        load();
    } catch (const StoreError& error) {  // it is changed all the same, and the answer says so
        log_.error(
            std::string(
                "The accounts could not be read after a change. Change one again, or restart the host. ") +
            error.what());
    }
    if (hooks_.changed) hooks_.changed();
}

}  // namespace send_text
