#pragma once

#include <cstdint>
#include <limits>
#include <memory>

namespace send_text {

/// A deadline that never comes: wait until woken.
inline constexpr std::int64_t no_deadline_ms = std::numeric_limits<std::int64_t>::max();

/// A place to wait in. A wake that comes before the wait is remembered, once.
/// Threads: one waits, any wakes it.
class Waiter {
  public:
    virtual ~Waiter() = default;

    /// Blocks the calling thread until `deadline_ms` (of the clock that made the waiter) or a wake. May end
    /// earlier, so that a clock that is set back keeps nobody waiting.
    virtual void wait_until(std::int64_t deadline_ms) = 0;

    /// Ends the wait that is going on, or the next one. Any thread.
    virtual void wake() = 0;
};

/// Time as the plug-in sees it: the system's, or the one that a host hands in and moves.
/// Threads: any.
class Clock {
  public:
    virtual ~Clock() = default;

    /// Milliseconds since 1970-01-01T00:00:00Z. Any thread.
    virtual std::int64_t now_ms() const = 0;

    /// Milliseconds since some moment: how much time has passed, whatever is done to the clock that people
    /// see. Never goes back; may stand still while the computer sleeps. Any thread.
    virtual std::int64_t monotonic_ms() const = 0;

    /// Makes a waiter for a thread that is about to start. The clock must outlive it.
    virtual std::unique_ptr<Waiter> make_waiter() = 0;

    /// The deadline for a waiter, of a moment of monotonic_ms().
    std::int64_t deadline_of(std::int64_t monotonic_deadline_ms) const {
        if (monotonic_deadline_ms == no_deadline_ms) return no_deadline_ms;
        const std::int64_t shown_ms = now_ms();  // first: what passes meanwhile makes it earlier, not later
        return shown_ms + (monotonic_deadline_ms - monotonic_ms());
    }
};

}  // namespace send_text
