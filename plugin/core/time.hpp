#pragma once

#include <chrono>

namespace send_text {

using Milliseconds = std::chrono::milliseconds;
using Seconds = std::chrono::seconds;

/// A time as the clock that people see shows it, to the millisecond.
using TimePoint = std::chrono::sys_time<Milliseconds>;

/// Stands for a time that is not known, or has not been. As a deadline: at once.
inline constexpr TimePoint no_time{};

/// A deadline that never comes: wait until woken.
inline constexpr TimePoint no_deadline = TimePoint::max();

/// Marks times of a clock that nobody sets (Clock::monotonic_now). They are told apart from those that people
/// see: between the two there is no difference that means anything.
struct Monotonic {};
using MonotonicTime = std::chrono::time_point<Monotonic, Milliseconds>;

inline constexpr MonotonicTime no_monotonic_deadline = MonotonicTime::max();

}  // namespace send_text
