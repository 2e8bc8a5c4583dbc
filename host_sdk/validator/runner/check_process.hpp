#pragma once

#include <chrono>

#include "runner/check.hpp"
#include "runner/outcome.hpp"

namespace validator {

/// Runs a check here and now; an exception that is none of a check's is a failure.
Result run_in_process(const Check& check, const CheckRun& run);

/// Runs a check in a process of its own, which is ended when the time is over. To be called while this
/// process has one thread. Throws std::system_error when there can be no other process.
Result run_in_child(const Check& check, const CheckRun& run, std::chrono::seconds time_limit);

}  // namespace validator
