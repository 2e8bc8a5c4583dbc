#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "accounts/account_form.hpp"
#include "accounts/secret_store.hpp"
#include "accounts/session.hpp"
#include "core/clock.hpp"
#include "core/log.hpp"
#include "gateway/gateway_factory.hpp"
#include "settings/current_settings.hpp"
#include "settings/settings_schema.hpp"
#include "store/account_store.hpp"

namespace send_text {

/// The gateway options that the settings say.
GatewayOptions gateway_options(const Settings& settings);

/// The accounts: kept in memory for quick answers, in the store, and their passwords in the host's secret
/// store.
class AccountService {
  public:
    /// All must outlive this. `changed` is called after a change, on the thread that made it.
    AccountService(AccountStore& store, SecretStore& secrets, GatewayFactory& gateways,
                   const CurrentSettings& settings, Clock& clock, std::function<void()> changed);

    /// Reads the store. Before anything else.
    void load();

    std::vector<Account> all() const;

    /// Another number after each change of an account or a password.
    std::uint64_t version() const { return version_; }

    /// Which account texts for a user: their own, else their branch's. Any thread; answers at once.
    std::optional<Account> account_for(const SessionUser& user) const;

    /// The account of a line; nothing when there is none.
    std::optional<Account> account_of_line(const std::string& line) const;

    /// What the carrier is logged in to with. Throws std::runtime_error when the password is gone.
    Credentials credentials_of(const Account& account) const;

    /// Logs in to the carrier with the values of the form (see account_form). Throws std::invalid_argument
    /// for values with problems, GatewayError when the carrier does not take them.
    void test(std::int64_t account_id, const nlohmann::json& values);

    /// Tests, then adds (id 0) or changes an account; returns its id. All or nothing. Throws as test does.
    std::int64_t save(std::int64_t account_id, const nlohmann::json& values);

    /// Removes an account and its password. Throws std::invalid_argument when there is none.
    void remove(std::int64_t account_id);

  private:
    AccountValues checked(std::int64_t account_id, const nlohmann::json& values) const;
    std::string password_of(std::int64_t account_id) const;
    void log_in(const AccountValues& values) const;

    AccountStore& store_;
    SecretStore& secrets_;
    GatewayFactory& gateways_;
    const CurrentSettings& settings_;
    Clock& clock_;
    std::function<void()> changed_;
    std::atomic<std::uint64_t> version_{1};
    std::mutex changing_;
    mutable std::mutex mutex_;
    std::vector<Account> accounts_;
};

}  // namespace send_text
