#pragma once

#include <cstddef>

namespace mock_host {

class StaffingDatabase;

/// Adds ordinary employees, the same ones every time, until there are `total` of them, in one transaction;
/// none when there are that many. For a new database that shall look like that of a large office. `mock_host
/// serve` calls it on one: add_generated_employees(database, 10'000).
void add_generated_employees(StaffingDatabase& database, std::size_t total);

}  // namespace mock_host
