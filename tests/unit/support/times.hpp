#pragma once

#include <chrono>

#include "core/time.hpp"

namespace send_text::testing {

using namespace std::chrono_literals;

/// When tests begin, for people: 2026-03-02 15:04 UTC.
inline constexpr TimePoint start_time = std::chrono::sys_days(std::chrono::year(2026) / 3 / 2) + 15h + 4min;

/// So long after the beginning of 1970: for tests to which only the order of times matters.
constexpr TimePoint at(Milliseconds since_1970) {
    return TimePoint(since_1970);
}

}  // namespace send_text::testing
