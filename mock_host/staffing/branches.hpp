#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mock_host {

class Connection;

struct Branch {
    std::int64_t id = 0;
    std::string name;
    std::string phone;      ///< as typed
    std::string time_zone;  ///< IANA name, such as "America/Chicago"

    bool operator==(const Branch&) const = default;
};

/// [thread-safe]
class Branches {
  public:
    explicit Branches(Connection& connection) : connection_(connection) {}

    std::vector<Branch> list() const;  ///< by id
    std::optional<Branch> find(std::int64_t branch_id) const;
    std::optional<Branch> find_by_name(std::string_view name) const;

  private:
    Connection& connection_;
};

/// Where the company is, for times that are not shown to one person in particular.
inline constexpr std::string_view company_time_zone = "America/Chicago";

/// The company that owns the database.
inline constexpr std::string_view company_name = "High Tech Staffing";

}  // namespace mock_host
