#pragma once

#include <cstddef>

namespace mock_host {

class StaffingDatabase;

/// Adds ordinary employees, the same ones every time, until there are `total`, in one transaction. `mock_host
/// serve` calls add_generated_employees(database, 10'000) on a new database, so that it looks like a large
/// office's.
void add_generated_employees(StaffingDatabase& database, std::size_t total);

}  // namespace mock_host
