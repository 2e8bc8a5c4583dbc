#pragma once

#include <condition_variable>
#include <cstdint>
#include <map>
#include <mutex>

namespace validator {

/// The waiters of the clock extension, in real time.
class ClockWaiters {
  public:
    static std::int64_t now_milliseconds();
    static std::int64_t elapsed_milliseconds();

    std::uint64_t open();
    /// These three: false when there is no such waiter.
    bool wait_until(std::uint64_t id, std::int64_t deadline_milliseconds);
    bool wake(std::uint64_t id);
    bool close(std::uint64_t id);

    std::size_t open_count() const;

  private:
    mutable std::mutex mutex_;
    std::condition_variable woken_;
    std::map<std::uint64_t, bool> is_woken_;
    std::uint64_t last_id_ = 0;
};

}  // namespace validator
