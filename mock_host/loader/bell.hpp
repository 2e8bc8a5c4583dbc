#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <mutex>

namespace mock_host {

/// Wakes the main thread when something that it may be waiting for has changed. [thread-safe]
class Bell {
  public:
    void ring() {
        {
            const std::lock_guard lock(mutex_);
            ++rings_;
        }
        rung_.notify_all();
    }

    std::uint64_t rings() const {
        const std::lock_guard lock(mutex_);
        return rings_;
    }

    /// Waits until it has rung more often than `seen_rings`, or until `end`.
    void wait_past(std::uint64_t seen_rings, std::chrono::steady_clock::time_point end) {
        std::unique_lock lock(mutex_);
        rung_.wait_until(lock, end, [&] { return rings_ > seen_rings; });
    }

  private:
    mutable std::mutex mutex_;
    std::condition_variable rung_;
    std::uint64_t rings_ = 0;
};

}  // namespace mock_host
