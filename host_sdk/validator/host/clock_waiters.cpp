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
    for (auto& [id, is_woken] : is_woken_)
        is_woken = true;
    woken_.notify_all();
}

std::uint64_t ClockWaiters::open() {
    const std::lock_guard lock(mutex_);
    is_woken_[++last_id_] = false;
    return last_id_;
}

bool ClockWaiters::wait_until(std::uint64_t id, std::int64_t deadline_milliseconds) {
    std::unique_lock lock(mutex_);
    const auto is_over = [&] { return !is_woken_.contains(id) || is_woken_[id]; };
    if (!is_woken_.contains(id)) return false;
    while (!is_over() && now_milliseconds() < deadline_milliseconds) {
        const std::int64_t left = deadline_milliseconds - now_milliseconds();
        woken_.wait_for(lock, milliseconds(std::clamp<std::int64_t>(left, 0, 60'000)));
    }
    if (is_woken_.contains(id)) is_woken_[id] = false;
    return true;
}

bool ClockWaiters::wake(std::uint64_t id) {
    const std::lock_guard lock(mutex_);
    const auto found = is_woken_.find(id);
    if (found == is_woken_.end()) return false;
    found->second = true;
    woken_.notify_all();
    return true;
}

bool ClockWaiters::close(std::uint64_t id) {
    const std::lock_guard lock(mutex_);
    woken_.notify_all();
    return is_woken_.erase(id) == 1;
}

std::size_t ClockWaiters::open_count() const {
    const std::lock_guard lock(mutex_);
    return is_woken_.size();
}

}  // namespace validator
