#pragma once

#include <mutex>
#include <optional>
#include <string_view>

#include "mock_host/staffing/branches.hpp"
#include "mock_host/staffing/users.hpp"

namespace mock_host {

class StaffingDatabase;

/// Who is logged in. What they may do is read at log-in and at refresh(), so that asking costs nothing.
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
    std::optional<Login> current() const;

  private:
    StaffingDatabase& database_;
    mutable std::mutex mutex_;
    std::optional<Login> login_;
};

}  // namespace mock_host
