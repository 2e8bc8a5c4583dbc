// The webhooks of accounts, at the carrier and here.

#include <utility>

#include "accounts/account_service.hpp"
#include "core/masked_number.hpp"
#include "core/webhook_key.hpp"
#include "gateway/carrier.hpp"

namespace send_text {
namespace {

/// What the addresses begin with that the carrier is given; empty when none is configured.
std::string webhook_prefix(const Settings& settings, const Account& account) {
    std::string address = settings.webhook_address;
    if (address.empty()) return {};
    while (address.ends_with('/'))
        address.pop_back();
    return address + "/" + account.carrier + "/";
}

/// What stays at the carrier, and why, in words.
std::string left_over_webhook(const std::string& reason) {
    return "The line's webhooks could not be removed at the carrier. Remove them in its application. Send "
           "Text refuses what they send. " +
           reason;
}

}  // namespace

/// Has the carrier call us, with a new key. The key's hash is in the store before the carrier can use it, the
/// key itself nowhere but at the carrier.
void AccountService::register_webhook(Account& account, Gateway& gateway, bool with_new_key, Rollback& undo) {
    const std::string prefix = webhook_prefix(*settings_.get(), account);
    const Carrier* carrier = find_carrier(account.carrier);
    if (carrier == nullptr || !carrier->can.registers_webhooks) return;
    if (!with_new_key && account.webhook_prefix == prefix) return;
    const std::string prefix_before = std::exchange(account.webhook_prefix, prefix);
    const Secret key = prefix.empty() ? Secret() : hooks_.new_key();
    account.key_hash = prefix.empty() ? std::string() : key_hash(key);
    store_.save(account);
    if (!prefix.empty()) {
        const Secret url(prefix + key.reveal());
        gateway.set_webhooks(prefix, url.reveal());
        undo.add([&gateway, prefix] { gateway.set_webhooks(prefix, {}); });
    }
    if (!prefix_before.empty() && prefix_before != prefix) gateway.set_webhooks(prefix_before, {});
}

/// Returns what could not be undone at the carrier, in words. What is left over there calls us in vain.
/// Throws Cancelled.
std::string AccountService::unregister_webhook(const Account& account,
                                               const std::optional<Secret>& password) {
    if (account.webhook_prefix.empty()) return {};
    std::string reason = "Its password is missing.";
    try {
        if (password) {
            gateway_for(account, *password)->set_webhooks(account.webhook_prefix, {});
            return {};
        }
    } catch (const Cancelled&) {
        throw;
    } catch (const std::exception& error) {
        reason = error.what();
    }
    return left_over_webhook(reason);
}

/// The same where the account has been changed already, which stands when Send Text is shutting down.
std::string AccountService::abandon_webhook(const Account& account, const Secret& password) {
    try {
        return unregister_webhook(account, password);
    } catch (const Cancelled& error) {
        return left_over_webhook(error.what());
    }
}

void AccountService::register_webhooks_again() {
    const MutexLock lock(changing_);
    for (Account account : all()) {
        if (account.webhook_prefix == webhook_prefix(*settings_.get(), account)) continue;
        try {
            const auto gateway = gateway_for(account, password_of(account.id));
            Rollback undo;
            undo.add([this, account] { store_.save(account); });
            register_webhook(account, *gateway, true, undo);
            undo.dismiss();
            changed(account.line);
        } catch (const StoreError&) {
            throw;
        } catch (const Cancelled&) {  // the next change of the settings does it
            return;
        } catch (const std::exception& error) {
            const std::string problem =
                "Its webhook could not be registered, so its replies are polled only. " +
                std::string(error.what());
            set_problem(account.line, problem, "Webhook not registered");
            log_.warning("Account " + std::to_string(account.id) + " (" + masked_number(account.line.str()) +
                         "): " + problem);
        }
    }
}

void AccountService::forget_incomplete() {
    const MutexLock lock(changing_);
    for (const Account& account : store_.all()) {
        if (account.state != AccountState::incomplete) continue;
        log_.warning(
            "An account was being added or removed when the plug-in ended, and is cleared away. If it was "
            "being added, add it again. " +
            purge_account(account));
    }
}

}  // namespace send_text
