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

    void wait_until(TimePoint deadline) override {
        const bool has_waited = host_.ask(host_.clock->wait_until, id_,
                                          deadline.time_since_epoch().count()) == STAFFING_STATUS_OK;
        const TimePoint now{Milliseconds(host_.ask(host_.clock->now_milliseconds))};
        MutexLock lock(mutex_);
        const bool is_woken = std::exchange(is_woken_, false);
        if (!idle_.is_too_often(has_waited, is_woken, now, deadline)) return;
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

static_assert(no_deadline.time_since_epoch().count() == STAFFING_CLOCK_NO_DEADLINE);

// The years 1 to 9999: what is outside of them has no date, and beside it there is room to count.
constexpr TimePoint earliest = std::chrono::sys_days(std::chrono::year(1) / 1 / 1);
constexpr TimePoint latest = std::chrono::sys_days(std::chrono::year(10'000) / 1 / 1) - Milliseconds(1);
constexpr Milliseconds max_passed = latest.time_since_epoch();

}  // namespace

TimePoint HostClock::now() const {
    if (host_.clock == nullptr) return system_.now();
    return std::clamp(TimePoint(Milliseconds(host_.ask(host_.clock->now_milliseconds))), earliest, latest);
}

MonotonicTime HostClock::monotonic_now() const {
    if (host_.monotonic_clock != nullptr)
        return MonotonicTime(std::clamp(Milliseconds(host_.ask(host_.monotonic_clock->elapsed_milliseconds)),
                                        -max_passed, max_passed));
    return host_.clock == nullptr ? system_.monotonic_now() : MonotonicTime(gone_forward());
}

/// Hosts of 1.0 and 1.1 that move time give only the clock that they move, and it is all there is to go by:
/// whatever it goes forward has passed.
Milliseconds HostClock::gone_forward() const {
    if (host_.is_calling()) return gone_forward_;  // called back from within, perhaps from within this
    // The host is asked without the lock: who asks for the time meanwhile, a menu for one, does not wait for
    // it.
    while (true) {
        const std::uint64_t looks_before = looks_;
        const TimePoint seen = now();
        const MutexLock lock(looking_);
        if (looks_ != looks_before) continue;  // another look ended meanwhile: which was first is not known
        ++looks_;
        if (last_seen_ != no_time && seen > last_seen_)
            gone_forward_ = gone_forward_.load() + (seen - last_seen_);
        last_seen_ = seen;
        return gone_forward_;
    }
}

std::unique_ptr<Waiter> HostClock::make_waiter() {
    if (host_.clock == nullptr) return system_.make_waiter();
    return std::make_unique<HostWaiter>(host_);
}

}  // namespace send_text
