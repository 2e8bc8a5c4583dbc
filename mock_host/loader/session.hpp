#pragma once

#include <mutex>
#include <optional>
#include <string_view>

#include "mock_host/staffing/branches.hpp"
#include "mock_host/staffing/users.hpp"

namespace mock_host {

class StaffingDatabase;

/// Who is logged in. Permissions are read at log-in and at refresh(), so that checking them is fast.
/// [thread-safe]
class LoginSession {
  public:
    explicit LoginSession(StaffingDatabase& database) : database_(database) {}

    struct Login {
        User user;
        Branch branch;
    };

    /// Throws NotFound.
    void log_in(std::string_view login_name);
    void log_out();
    /// Reads the user's role again.
    void refresh();
    /// The administrator on a thread on which the host acts for itself (ActingAsAdministrator).
    std::optional<Login> current() const;

    /// The first user who may administer. Throws NotFound.
    Login administrator() const;

  private:
    Login login_of(const User& user) const;

    StaffingDatabase& database_;
    mutable std::mutex mutex_;
    std::optional<Login> login_;
};

/// While this exists, the host acts on this thread as its first administrator, whoever is logged in: to set a
/// plug-in up, and for the QA pages.
class ActingAsAdministrator {
  public:
    explicit ActingAsAdministrator(const LoginSession& session);
    ~ActingAsAdministrator();
    ActingAsAdministrator(const ActingAsAdministrator&) = delete;
    ActingAsAdministrator& operator=(const ActingAsAdministrator&) = delete;

  private:
    LoginSession::Login administrator_;
    const LoginSession::Login* before_;
};

}  // namespace mock_host
