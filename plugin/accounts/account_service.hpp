#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "accounts/account_form.hpp"
#include "accounts/rollback.hpp"
#include "core/clock.hpp"
#include "core/log.hpp"
#include "core/mutex.hpp"
#include "core/secret_store.hpp"
#include "core/session.hpp"
#include "core/time.hpp"
#include "gateway/gateway_factory.hpp"
#include "model/current_settings.hpp"
#include "model/line_id.hpp"
#include "model/work_context.hpp"
#include "store/account_store.hpp"
#include "store/audit_store.hpp"

namespace send_text {

/// The gateway options that the settings say.
GatewayOptions gateway_options(const Settings& settings);

/// What an administrator can do with an account beside changing and removing it.
struct AccountAction {
    std::string id;
    std::string label;
    std::string help;
};

/// What the account service tells and asks.
/// Threads: whichever changes something.
struct AccountHooks {
    std::function<void()> changed;    ///< an account or a password has changed
    std::function<Secret()> new_key;  ///< makes a communication key
};

/// The accounts: kept in memory for quick answers, in the store, and their passwords in the host's secret
/// store. Every change and test is told in the audit trail, refused ones too.
/// Threads: any; what is kept in memory guarded by mutex_, changes (the host's workers, the desk) in turn by
/// changing_.
class AccountService {
  public:
    /// All must outlive this.
    AccountService(AccountStore& store, SecretStore& secrets, GatewayFactory& gateways, AuditStore& audit,
                   const WorkContext& context, AccountHooks hooks);

    /// Reads the store. Before anything else.
    void load();

    /// Clears away accounts whose adding or removing was cut off when the plug-in ended. Blocks on the
    /// carrier.
    void forget_incomplete();

    std::vector<Account> all() const;

    /// Another number after each change of an account or a password.
    std::uint64_t version() const { return version_; }

    /// The accounts that a user may text from: their own, then their branch's. Any thread; answers at once.
    std::vector<Account> accounts_for(const SessionUser& user) const;

    /// The account of a line; nothing when there is none.
    std::optional<Account> account_of_line(const LineId& line) const;

    /// The account in use whose communication key this is; nothing when there is none.
    std::optional<Account> account_of_key(std::string_view key) const;

    /// What the carrier is logged in to with. Throws std::runtime_error when the password is gone.
    Credentials credentials_of(const Account& account) const;

    /// The key that signs the webhooks of an account beside what it logs in with; nothing when there is none.
    std::optional<Secret> webhook_key_of(const Account& account) const;

    /// What does not work with an account, for the administrator. A line's problem is told by who meets it,
    /// and gone with the next change of the account. `headline`: "Login refused".
    std::optional<std::string> problem_of(const Account& account) const;
    void set_problem(const LineId& line, const std::string& problem,
                     const std::string& headline = "Cannot text");
    void clear_problem(const LineId& line);

    /// How an account stands, in a few words with times of the zone (IANA): "Login refused since 9:40 AM",
    /// "Disabled by Ann Poe on Mar 2, 2026", "Texting, webhook registered", "Texting, hears no replies" where
    /// nobody listens for them. Blocks on the store.
    std::string describe_standing(const Account& account, const std::string& time_zone) const;

    /// That our clock differs from that of the line's carrier, in words, or that it no longer does. It stands
    /// with the account's problem.
    void set_clock_warning(const LineId& line, const std::optional<std::string>& warning);

    static std::vector<AccountAction> actions_of(const Account& account);

    /// Logs in to the carrier with the values of the form (see account_form). Throws std::invalid_argument
    /// for values with problems, GatewayError when the carrier does not take them, Cancelled when Send Text
    /// is shutting down.
    void test(std::int64_t account_id, const nlohmann::json& values, const Sender& who);

    /// Tests, then adds (id 0) or changes an account, and registers its webhook where one is configured;
    /// returns its id. All or nothing. Throws as test does.
    std::int64_t save(std::int64_t account_id, const nlohmann::json& values, const Sender& who);

    /// Does one of its actions, all or nothing. Throws as test does, std::invalid_argument also for an action
    /// that it does not have now.
    void perform(std::int64_t account_id, const std::string& action_id, const Sender& who);

    /// Removes an account and its password, and its webhook at the carrier. Returns what could not be undone
    /// there, in words. Throws std::invalid_argument when there is none.
    std::string remove(std::int64_t account_id, const Sender& who);

    /// The webhook's address is another one: registers all accounts anew. One that cannot be has a problem
    /// from then on; its replies are polled.
    void register_webhooks_again();

  private:
    /// What does not work with a line.
    struct Problem {
        std::string headline;
        std::string words;
        TimePoint since{};
    };

    AccountValues checked(std::int64_t account_id, nlohmann::json values) const;
    Account existing(std::int64_t account_id) const;
    Secret password_of(std::int64_t account_id) const;
    Secret password_for(std::int64_t account_id, const AccountValues& wanted) const;
    std::unique_ptr<Gateway> gateway_for(const Account& account, const Secret& password) const;
    void store_secret(const std::string& name, const Secret& secret, Rollback& undo);
    void forget_secrets(std::int64_t account_id);
    std::string purge_account(const Account& account);
    void begin_line(const LineId& line, Gateway& gateway);
    void register_webhook(Account& account, Gateway& gateway, bool with_new_key, Rollback& undo);
    std::string unregister_webhook(const Account& account, const std::optional<Secret>& password);
    std::string abandon_webhook(const Account& account, const Secret& password);
    void changed(const LineId& line);

    template <class Work>
    auto audited(const char* action, const std::string& subject, const Sender& who, Work work);

    AccountStore& store_;
    SecretStore& secrets_;
    GatewayFactory& gateways_;
    AuditStore& audit_;
    const CurrentSettings& settings_;
    Clock& clock_;
    Log& log_;
    AccountHooks hooks_;
    std::atomic<std::uint64_t> version_{1};
    Mutex changing_;  ///< only orders work: one change at a time, carrier and store together; before mutex_
    mutable Mutex mutex_;
    std::vector<Account> accounts_ GUARDED_BY(mutex_);
    std::map<LineId, Problem> problems_ GUARDED_BY(mutex_);            ///< by line
    std::map<LineId, std::string> clock_warnings_ GUARDED_BY(mutex_);  ///< by line
};

}  // namespace send_text
