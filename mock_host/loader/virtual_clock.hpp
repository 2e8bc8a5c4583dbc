#pragma once

#include <condition_variable>
#include <cstdint>
#include <map>
#include <mutex>
#include <string>

#include "mock_host/loader/bell.hpp"

namespace mock_host {

/// Time that moves only when it is told to, the wall clock that shows it, and the waiters of the plug-in's
/// threads. [thread-safe]
class VirtualClock {
  public:
    /// The clock shows `start_ms`, and that is `ahead_ms` ahead of the right time. `bell` rings when a thread
    /// begins to wait.
    VirtualClock(std::int64_t start_ms, Bell& bell, std::int64_t ahead_ms = 0)
        : start_ms_(start_ms - ahead_ms), ahead_ms_(ahead_ms), bell_(bell) {}

    std::int64_t now_ms() const;      ///< what the clock shows
    std::int64_t right_ms() const;    ///< what it would show if it were right
    std::int64_t elapsed_ms() const;  ///< the time since it was made
    /// Moves time forward and wakes the waiters whose deadline has come. Throws std::invalid_argument for a
    /// negative time.
    void advance(std::int64_t milliseconds);
    /// Sets the clock this far ahead of the right time (negative: behind). No time passes. Ends all waits, or
    /// else the next ones, because deadlines have changed.
    void set_ahead(std::int64_t milliseconds);

    std::uint64_t open_waiter();
    /// The next three throw staffing::StatusError: NOT_FOUND for a waiter that is not open, WRONG_STATE for a
    /// second thread in one waiter or for closing one in which a thread waits.
    void wait_until(std::uint64_t waiter_id, std::int64_t deadline_ms);
    void wake(std::uint64_t waiter_id);
    void close_waiter(std::uint64_t waiter_id);

    /// Whether a thread waits for a later time in each open waiter and no wake is under way: the plug-in has
    /// nothing left to do now.
    bool is_settled() const;

    /// The waiters that keep it from being settled, one line each, for messages.
    std::string busy_waiters() const;

    /// Closes all waiters that a plug-in left open, except those in which a thread waits; returns how many.
    std::size_t close_left_behind();

  private:
    struct Waiter {
        std::condition_variable changed;
        bool is_waiting = false;
        bool has_waited = false;
        bool is_woken = false;  ///< a wake that no wait has taken yet
        std::int64_t deadline_ms = 0;
    };

    std::int64_t shown_ms() const { return start_ms_ + elapsed_ms_ + ahead_ms_; }
    bool is_idle(const Waiter& waiter) const;
    Waiter& waiter(std::uint64_t id);

    mutable std::mutex mutex_;
    std::map<std::uint64_t, Waiter> waiters_;
    std::uint64_t last_waiter_id_ = 0;
    const std::int64_t start_ms_;  ///< the right time then
    std::int64_t elapsed_ms_ = 0;
    std::int64_t ahead_ms_;
    Bell& bell_;
};

}  // namespace mock_host
