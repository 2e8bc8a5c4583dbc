#pragma once

#include <memory>

#include "core/time.hpp"

namespace send_text {

/// A place to wait in. A wake that comes before the wait is remembered, once.
/// Threads: one waits, any wakes it.
class Waiter {
  public:
    virtual ~Waiter() = default;

    /// Blocks the calling thread until `deadline` (of the clock that made the waiter) or a wake. May end
    /// earlier, so that a clock that is set back keeps nobody waiting.
    virtual void wait_until(TimePoint deadline) = 0;

    /// Ends the wait that is going on, or the next one. Any thread.
    virtual void wake() = 0;
};

/// Time as the plug-in sees it: the system's, or the one that a host hands in and moves.
/// Threads: any.
class Clock {
  public:
    virtual ~Clock() = default;

    /// The time that people see. Any thread.
    virtual TimePoint now() const = 0;

    /// How much time has passed since some moment, whatever is done to the clock that people see. Never goes
    /// back; may stand still while the computer sleeps. Any thread.
    virtual MonotonicTime monotonic_now() const = 0;

    /// Makes a waiter for a thread that is about to start. The clock must outlive it.
    virtual std::unique_ptr<Waiter> make_waiter() = 0;

    /// The deadline for a waiter, of a moment of monotonic_now().
    TimePoint deadline_of(MonotonicTime deadline) const {
        if (deadline == no_monotonic_deadline) return no_deadline;
        const TimePoint shown = now();  // first: what passes meanwhile makes it earlier, not later
        return shown + (deadline - monotonic_now());
    }
};

}  // namespace send_text
