#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "mock_host/staffing/action_codes.hpp"
#include "mock_host/staffing/branches.hpp"
#include "mock_host/staffing/hotlists.hpp"
#include "mock_host/staffing/person.hpp"
#include "mock_host/staffing/users.hpp"

// The contents of a new database. They are generated here, the same every time.

namespace mock_host {

/// Branches by their position in seed_branches().
enum SeedBranch : std::int64_t { memphis_ne = 1, memphis_se = 2, eagan = 3, las_vegas = 4, columbus = 5 };

struct SeedHotlist {
    Hotlist hotlist;
    std::vector<HotlistRow> rows;  ///< names and phone stay empty: they are the employee's
};

struct GeneratedPeople {
    std::vector<Person> employees;
    std::vector<Person> contacts;
};

inline constexpr std::size_t seed_employee_count = 320;
inline constexpr std::size_t seed_contact_count = 420;
inline constexpr std::size_t seed_active_contact_count = 374;
inline constexpr std::size_t warehouse_on_call_count = 220;

std::vector<Branch> seed_branches();
std::map<std::string, std::vector<std::string>> seed_roles();  ///< permissions by role
std::vector<User> seed_users();
std::vector<ActionCode> seed_action_codes();

/// The rep who works with records of this branch.
std::int64_t rep_of(std::int64_t branch_id);

/// The people on the screens that the program is modeled on, with their ids.
std::vector<Person> known_employees();
std::vector<Person> known_contacts();

/// One person for each odd number or name; the last name says which.
std::vector<Person> odd_employees();
std::vector<Person> odd_contacts();

/// Ordinary people, up to the counts above. No two of them share a number, nor have one of `taken` (phone
/// keys). The first `warehouse_on_call_count` employees are active and have one valid cell phone, no SMS.
GeneratedPeople generated_people(std::size_t employees, std::size_t contacts, std::size_t inactive_contacts,
                                 std::set<std::string> taken);

/// More ordinary employees, from number `first` (counted from 0) on, which determines their ids. Phone
/// numbers as above.
std::vector<Person> more_employees(std::size_t first, std::size_t count, std::set<std::string> taken);

std::vector<SeedHotlist> seed_hotlists(const std::vector<Person>& odd_employees,
                                       const std::vector<Person>& generated_employees);

}  // namespace mock_host
