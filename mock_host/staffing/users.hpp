#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mock_host {

class Connection;

/// The permission to text people.
inline constexpr std::string_view text_messaging_permission = "text_messaging";

/// The permission to change people's records.
inline constexpr std::string_view edit_records_permission = "edit_records";

/// The permission to administer the host and its plug-ins.
inline constexpr std::string_view administration_permission = "administration";

/// A service rep: who logs in and works with records.
struct User {
    std::int64_t id = 0;
    std::string login_name;
    std::string first_name;
    std::string last_name;
    std::int64_t branch_id = 0;
    std::string role;
    std::vector<std::string> permissions;  ///< those of the role, sorted

    bool may(std::string_view permission) const;
    bool operator==(const User&) const = default;
};

/// [thread-safe]
class Users {
  public:
    explicit Users(Connection& connection) : connection_(connection) {}

    std::vector<User> list() const;  ///< by id
    std::optional<User> find(std::int64_t user_id) const;
    std::optional<User> find_by_login(std::string_view login_name) const;  ///< ignores case

    std::vector<std::string> roles() const;

    /// Throws NotFound when user or role do not exist.
    void set_role(std::int64_t user_id, std::string_view role);

  private:
    Connection& connection_;
};

}  // namespace mock_host
