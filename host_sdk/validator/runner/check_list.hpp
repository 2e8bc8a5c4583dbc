#pragma once

#include <vector>

#include "runner/check.hpp"

namespace validator {

/// All checks, in the order in which they are run.
std::vector<Check> all_checks();

}  // namespace validator
