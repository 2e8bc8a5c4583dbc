#pragma once

#include <chrono>

#include "runner/check.hpp"
#include "runner/outcome.hpp"

namespace validator {

/// Runs a check in this process; an exception of another type than a check's own is a failure.
Result run_in_process(const Check& check, const CheckRun& run);

/// Runs a check in its own process, which is killed when the time is up. Call it while this process has one
/// thread. Throws std::system_error when the process cannot be started.
Result run_in_child(const Check& check, const CheckRun& run, std::chrono::seconds time_limit);

}  // namespace validator
