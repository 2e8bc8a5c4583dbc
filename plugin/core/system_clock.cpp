#include "core/system_clock.hpp"

#include <algorithm>
#include <chrono>
#include <condition_variable>

#include "core/mutex.hpp"

namespace send_text {
namespace {

using SystemTime = std::chrono::system_clock;

constexpr std::chrono::minutes max_wait{1};

/// Threads: one waits, any wakes it; guarded by mutex_.
class SystemWaiter final : public Waiter {
  public:
    void wait_until(TimePoint deadline) override {
        MutexLock lock(mutex_);
        const auto woken = [this]() REQUIRES(mutex_) { return woken_; };
        if (deadline == no_deadline) {
            condition_.wait(lock.native(), woken);
        } else {
            const auto left = SystemTime::time_point(deadline) - SystemTime::now();
            condition_.wait_for(lock.native(), std::min<SystemTime::duration>(left, max_wait), woken);
        }
        woken_ = false;
    }

    void wake() override {
        {
            const MutexLock lock(mutex_);
            woken_ = true;
        }
        condition_.notify_one();
    }

  private:
    Mutex mutex_;
    std::condition_variable condition_;
    bool woken_ GUARDED_BY(mutex_) = false;
};

}  // namespace

TimePoint SystemClock::now() const {
    return std::chrono::time_point_cast<Milliseconds>(SystemTime::now());
}

MonotonicTime SystemClock::monotonic_now() const {
    const auto passed = std::chrono::steady_clock::now().time_since_epoch();
    return MonotonicTime(std::chrono::duration_cast<Milliseconds>(passed));
}

std::unique_ptr<Waiter> SystemClock::make_waiter() {
    return std::make_unique<SystemWaiter>();
}

}  // namespace send_text
