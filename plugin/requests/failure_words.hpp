#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "model/unreported_failure.hpp"

namespace send_text {

/// So many failures are named one by one.
inline constexpr std::size_t max_named_failures = 5;

/// What a sender is told of texts that could not be delivered.
struct FailureWords {
    std::string title;
    std::string text;
};

/// `names`: of the first ones, empty where nobody knows it.
FailureWords describe(const std::vector<UnreportedFailure>& failures, const std::vector<std::string>& names);

}  // namespace send_text
