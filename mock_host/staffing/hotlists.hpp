#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mock_host {

class Connection;

/// A named list of employees.
struct Hotlist {
    std::int64_t id = 0;
    std::string name;
    std::string description;
    std::int64_t owner_user_id = 0;

    bool operator==(const Hotlist&) const = default;
};

/// One employee on a hotlist. Dates are ISO 8601 days, empty when unknown.
struct HotlistRow {
    std::int64_t employee_id = 0;
    std::string first_name;
    std::string last_name;
    std::string status;              ///< the employee's place on this list, such as "Available"
    std::string phone_shown;         ///< the employee's first number, as it is in the record now
    std::string last_activity_date;  ///< the list shows it without a heading
    std::string added_date;
    std::string note;

    bool operator==(const HotlistRow&) const = default;
};

/// [thread-safe]
class Hotlists {
  public:
    explicit Hotlists(Connection& connection) : connection_(connection) {}

    std::vector<Hotlist> list() const;  ///< by id
    std::optional<Hotlist> find(std::int64_t hotlist_id) const;
    std::optional<Hotlist> find_by_name(std::string_view name) const;

    /// In the order the employees were added. Throws NotFound for an unknown hotlist.
    std::vector<HotlistRow> rows(std::int64_t hotlist_id) const;

    /// Does nothing when the employee is already on the list. Throws NotFound.
    void add_row(std::int64_t hotlist_id, std::int64_t employee_id, std::string_view added_date);

    /// Throws NotFound when the employee is not on the list.
    void remove_row(std::int64_t hotlist_id, std::int64_t employee_id);
    void set_note(std::int64_t hotlist_id, std::int64_t employee_id, std::string_view note);

  private:
    Connection& connection_;
};

}  // namespace mock_host
