#pragma once

#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "carrier/simulator_clock.hpp"
#include "carrier/state_file.hpp"

namespace mock_host::zipwhip {

/// Who may log in, and who has. A session key is "<guid>:<number>", random, and lasts until it is logged out.
/// [thread-safe]
class Sessions {
  public:
    /// User name → password. Without any account every user name of digits gets in with any password.
    using Accounts = std::map<std::string, std::string>;
    /// With the accounts that the file has kept besides; nullptr keeps nothing.
    explicit Sessions(Accounts accounts, StateFile* file = nullptr);

    /// Ends the sessions of those who would not be let in any more.
    void add_account(const std::string& username, const std::string& password);
    /// False if there is no such account. Without any left everybody gets in again.
    bool remove_account(const std::string& username);
    std::vector<std::string> usernames() const;
    /// Logs everybody out.
    void end_all();
    /// The new session's key, or nothing if user name or password are wrong.
    std::optional<std::string> log_in(const std::string& username, const std::string& password, Moment when);
    /// False if there is no such session.
    bool log_out(const std::string& key);
    /// The line (E.164) of a session, or nothing if there is no such session.
    std::optional<std::string> line_of(const std::string& key) const;
    /// When the first of a line's sessions that there are began, or nothing if it has none.
    std::optional<Moment> first_login(const std::string& line) const;
    /// Whether somebody could log in for this line.
    bool has_line(const std::string& line) const;
    /// No session, and the accounts of the start.
    void reset();

  private:
    struct Session {
        std::string line;
        Moment begun;
        std::string username;
        std::string password;
    };

    bool lets_in(const std::string& username, const std::string& password) const;  // with mutex_ held

    const Accounts initial_accounts_;
    const Kept kept_;
    mutable std::mutex mutex_;
    Accounts accounts_;
    std::map<std::string, Session> by_key_;
};

/// The line a user name stands for: ten digits are a US number, others already have their country code.
/// Nothing if it is not a number at all.
std::optional<std::string> line_of_username(const std::string& username);

}  // namespace mock_host::zipwhip
