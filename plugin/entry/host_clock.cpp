#include "entry/host_clock.hpp"

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <utility>

#include "core/mutex.hpp"
#include "entry/idle_returns.hpp"
#include "staffing_cpp/status_error.hpp"

namespace send_text {
namespace {

/// Threads: one waits, any wakes it; guarded by mutex_.
class HostWaiter final : public Waiter {
  public:
    explicit HostWaiter(const HostExtensions& host) : host_(host) {
        if (host_.ask(host_.clock->open_waiter, &id_) != STAFFING_STATUS_OK) {
            throw staffing::StatusError(STAFFING_STATUS_UNAVAILABLE,
                                        "The host's clock gave no place to wait in.");
        }
    }
    ~HostWaiter() override { host_.ask(host_.clock->close_waiter, id_); }

    void wait_until(std::int64_t deadline_ms) override {
        const bool has_waited = host_.ask(host_.clock->wait_until, id_, deadline_ms) == STAFFING_STATUS_OK;
        const std::int64_t now_ms = host_.ask(host_.clock->now_milliseconds);
        MutexLock lock(mutex_);
        const bool is_woken = std::exchange(is_woken_, false);
        if (!idle_.is_too_often(has_waited, is_woken, now_ms, deadline_ms)) return;
        woken_.wait_for(lock.native(), pause, [this]() REQUIRES(mutex_) { return is_woken_; });
    }

    void wake() override {
        {
            const MutexLock lock(mutex_);
            is_woken_ = true;
        }
        woken_.notify_one();
        host_.ask(host_.clock->wake, id_);
    }

  private:
    /// Of a thread that would otherwise keep a core busy; whoever wakes it ends it.
    static constexpr std::chrono::seconds pause{1};

    const HostExtensions& host_;
    std::uint64_t id_ = 0;
    IdleReturns idle_ GUARDED_BY(mutex_);
    Mutex mutex_;
    std::condition_variable woken_;
    bool is_woken_ GUARDED_BY(mutex_) = false;
};

static_assert(no_deadline_ms == STAFFING_CLOCK_NO_DEADLINE);

// The years 1 to 9999: what is outside of them has no date, and beside it there is room to count.
constexpr std::int64_t earliest_ms = -62'135'596'800'000;
constexpr std::int64_t latest_ms = 253'402'300'799'999;
constexpr std::int64_t max_passed_ms = latest_ms;

}  // namespace

std::int64_t HostClock::now_ms() const {
    if (host_.clock == nullptr) return system_.now_ms();
    return std::clamp(host_.ask(host_.clock->now_milliseconds), earliest_ms, latest_ms);
}

std::int64_t HostClock::monotonic_ms() const {
    if (host_.monotonic_clock != nullptr)
        return std::clamp(host_.ask(host_.monotonic_clock->elapsed_milliseconds), -max_passed_ms,
                          max_passed_ms);
    return host_.clock == nullptr ? system_.monotonic_ms() : gone_forward_ms();
}

/// Hosts of 1.0 and 1.1 that move time give only the clock that they move, and it is all there is to go by:
/// whatever it goes forward has passed.
std::int64_t HostClock::gone_forward_ms() const {
    if (host_.is_calling()) return gone_forward_ms_;  // called back from within, perhaps from within this
    // The host is asked without the lock: who asks for the time meanwhile, a menu for one, does not wait for
    // it.
    while (true) {
        const std::uint64_t looks_before = looks_;
        const std::int64_t now = now_ms();
        const MutexLock lock(looking_);
        if (looks_ != looks_before) continue;  // another look ended meanwhile: which was first is not known
        ++looks_;
        if (last_seen_ms_ != 0) gone_forward_ms_ += std::max<std::int64_t>(now - last_seen_ms_, 0);
        last_seen_ms_ = now;
        return gone_forward_ms_;
    }
}

std::unique_ptr<Waiter> HostClock::make_waiter() {
    if (host_.clock == nullptr) return system_.make_waiter();
    return std::make_unique<HostWaiter>(host_);
}

}  // namespace send_text
