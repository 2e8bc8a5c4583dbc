#include "host/clock_waiters.hpp"

#include <algorithm>
#include <chrono>

#include "staffing/ext/clock.h"

namespace validator {

using std::chrono::milliseconds;
using std::chrono::steady_clock;
using std::chrono::system_clock;

std::int64_t ClockWaiters::now_milliseconds() const {
    return ahead_ms_ +
           std::chrono::duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
}

std::int64_t ClockWaiters::elapsed_milliseconds() {
    return std::chrono::duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
}

void ClockWaiters::set_ahead(std::int64_t ahead_milliseconds) {
    const std::lock_guard lock(mutex_);
    ahead_ms_ = ahead_milliseconds;
    for (auto& [id, waiter] : waiters_)
        waiter.is_woken = true;
    woken_.notify_all();
}

std::uint64_t ClockWaiters::open() {
    const std::lock_guard lock(mutex_);
    waiters_[++last_id_] = {};
    return last_id_;
}

bool ClockWaiters::wait_until(std::uint64_t id, std::int64_t deadline_milliseconds) {
    std::unique_lock lock(mutex_);
    if (!waiters_.contains(id)) return false;
    Waiter& begun = waiters_[id];
    if (begun.is_woken || now_milliseconds() < deadline_milliseconds) {
        begun.waits_for_the_past = 0;
    } else {
        max_waits_for_the_past_ = std::max(max_waits_for_the_past_, ++begun.waits_for_the_past);
    }
    const auto is_over = [&] { return !waiters_.contains(id) || waiters_[id].is_woken; };
    begun.is_in_wait = true;
    while (!is_over() && now_milliseconds() < deadline_milliseconds) {
        const std::int64_t left = deadline_milliseconds - now_milliseconds();
        woken_.wait_for(lock, milliseconds(std::clamp<std::int64_t>(left, 0, 60'000)));
    }
    if (waiters_.contains(id)) waiters_[id].is_woken = waiters_[id].is_in_wait = false;
    return true;
}

bool ClockWaiters::wake(std::uint64_t id) {
    const std::lock_guard lock(mutex_);
    const auto found = waiters_.find(id);
    if (found == waiters_.end()) return false;
    found->second.is_woken = true;
    woken_.notify_all();
    return true;
}

bool ClockWaiters::close(std::uint64_t id) {
    const std::lock_guard lock(mutex_);
    woken_.notify_all();
    return waiters_.erase(id) == 1;
}

std::size_t ClockWaiters::open_count() const {
    const std::lock_guard lock(mutex_);
    return waiters_.size();
}

bool ClockWaiters::are_all_in_wait() const {
    const std::lock_guard lock(mutex_);
    return std::all_of(waiters_.begin(), waiters_.end(),
                       [](const auto& each) { return each.second.is_in_wait; });
}

std::uint64_t ClockWaiters::max_waits_for_the_past() const {
    const std::lock_guard lock(mutex_);
    return max_waits_for_the_past_;
}

void ClockWaiters::forget_waits() {
    const std::lock_guard lock(mutex_);
    max_waits_for_the_past_ = 0;
    for (auto& [id, waiter] : waiters_)
        waiter.waits_for_the_past = 0;
}

}  // namespace validator
