#include "core/system_clock.hpp"

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <mutex>

namespace send_text {
namespace {

using SystemTime = std::chrono::system_clock;

constexpr std::chrono::minutes max_wait{1};

class SystemWaiter final : public Waiter {
  public:
    void wait_until(std::int64_t deadline_ms) override {
        std::unique_lock lock(mutex_);
        const auto woken = [this] { return woken_; };
        if (deadline_ms == no_deadline_ms) {
            condition_.wait(lock, woken);
        } else {
            const auto left =
                SystemTime::time_point(std::chrono::milliseconds(deadline_ms)) - SystemTime::now();
            condition_.wait_for(lock, std::min<SystemTime::duration>(left, max_wait), woken);
        }
        woken_ = false;
    }

    void wake() override {
        {
            const std::lock_guard lock(mutex_);
            woken_ = true;
        }
        condition_.notify_one();
    }

  private:
    std::mutex mutex_;
    std::condition_variable condition_;
    bool woken_ = false;
};

}  // namespace

std::int64_t SystemClock::now_ms() const {
    return std::chrono::duration_cast<std::chrono::milliseconds>(SystemTime::now().time_since_epoch())
        .count();
}

std::int64_t SystemClock::monotonic_ms() const {
    const auto passed = std::chrono::steady_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::milliseconds>(passed).count();
}

std::unique_ptr<Waiter> SystemClock::make_waiter() {
    return std::make_unique<SystemWaiter>();
}

}  // namespace send_text
