#pragma once

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <map>
#include <mutex>

namespace validator {

/// The waiters of the clock extension: in real time, by a clock that can be set.
class ClockWaiters {
  public:
    std::int64_t now_milliseconds() const;
    static std::int64_t elapsed_milliseconds();

    /// Sets the clock this far ahead of the system's and ends all waits, or else the next ones.
    void set_ahead(std::int64_t milliseconds);

    std::uint64_t open();
    /// These three: false when there is no such waiter.
    bool wait_until(std::uint64_t id, std::int64_t deadline_milliseconds);
    bool wake(std::uint64_t id);
    bool close(std::uint64_t id);

    std::size_t open_count() const;

    /// Whether a thread waits at each that is open.
    bool are_all_in_wait() const;

    /// How often in a row, at most, one waiter was asked to wait until a time already past.
    std::uint64_t max_waits_for_the_past() const;
    void forget_waits();

  private:
    std::atomic<std::int64_t> ahead_ms_ = 0;
    mutable std::mutex mutex_;
    std::condition_variable woken_;
    struct Waiter {
        bool is_in_wait = false;
        bool is_woken = false;
        std::uint64_t waits_for_the_past = 0;  // in succession
    };
    std::map<std::uint64_t, Waiter> waiters_;
    std::uint64_t max_waits_for_the_past_ = 0;
    std::uint64_t last_id_ = 0;
};

}  // namespace validator
