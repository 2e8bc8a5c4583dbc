#include "mock_host/loader/virtual_clock.hpp"

#include <stdexcept>

#include "staffing/ext/clock.h"
#include "staffing_cpp/status_error.hpp"

namespace mock_host {

using staffing::StatusError;

std::int64_t VirtualClock::now_ms() const {
    const std::lock_guard lock(mutex_);
    return shown_ms();
}

std::int64_t VirtualClock::right_ms() const {
    const std::lock_guard lock(mutex_);
    return shown_ms() - ahead_ms_;
}

std::int64_t VirtualClock::elapsed_ms() const {
    const std::lock_guard lock(mutex_);
    return elapsed_ms_;
}

void VirtualClock::advance(std::int64_t milliseconds) {
    const std::lock_guard lock(mutex_);
    if (milliseconds < 0) throw std::invalid_argument("Time can only move forward.");
    elapsed_ms_ += milliseconds;
    for (auto& [id, waiter] : waiters_)
        waiter.changed.notify_all();
}

void VirtualClock::set_ahead(std::int64_t milliseconds) {
    const std::lock_guard lock(mutex_);
    ahead_ms_ = milliseconds;
    for (auto& [id, waiter] : waiters_) {
        waiter.is_woken = true;
        waiter.changed.notify_all();
    }
}

std::uint64_t VirtualClock::open_waiter() {
    const std::lock_guard lock(mutex_);
    waiters_.try_emplace(++last_waiter_id_);
    return last_waiter_id_;
}

void VirtualClock::wait_until(std::uint64_t waiter_id, std::int64_t deadline_ms) {
    std::unique_lock lock(mutex_);
    Waiter& mine = waiter(waiter_id);
    if (mine.is_waiting) {
        throw StatusError(STAFFING_STATUS_WRONG_STATE, "Another thread is waiting in waiter " +
                                                           std::to_string(waiter_id) +
                                                           ". Open one for each thread.");
    }
    mine.is_waiting = true;
    mine.has_waited = true;
    mine.deadline_ms = deadline_ms;
    bell_.ring();
    mine.changed.wait(lock, [&] { return mine.is_woken || deadline_ms <= shown_ms(); });
    mine.is_waiting = false;
    mine.is_woken = false;
}

void VirtualClock::wake(std::uint64_t waiter_id) {
    const std::lock_guard lock(mutex_);
    Waiter& found = waiter(waiter_id);
    found.is_woken = true;
    found.changed.notify_all();
}

void VirtualClock::close_waiter(std::uint64_t waiter_id) {
    const std::lock_guard lock(mutex_);
    if (waiter(waiter_id).is_waiting) {
        throw StatusError(STAFFING_STATUS_WRONG_STATE, "A thread is still waiting in waiter " +
                                                           std::to_string(waiter_id) +
                                                           ". Wake it and join it first.");
    }
    waiters_.erase(waiter_id);
    bell_.ring();
}

bool VirtualClock::is_settled() const {
    const std::lock_guard lock(mutex_);
    for (const auto& [id, waiter] : waiters_) {
        if (!is_idle(waiter)) return false;
    }
    return true;
}

std::string VirtualClock::busy_waiters() const {
    const std::lock_guard lock(mutex_);
    std::string lines;
    for (const auto& [id, waiter] : waiters_) {
        if (is_idle(waiter)) continue;
        const char* const what = waiter.is_waiting   ? "is about to go on"
                                 : waiter.has_waited ? "is working since its last wait"
                                                     : "has not begun to wait";
        lines += "waiter " + std::to_string(id) + " " + what + "\n";
    }
    return lines;
}

std::size_t VirtualClock::close_left_behind() {
    const std::lock_guard lock(mutex_);
    return std::erase_if(waiters_, [](const auto& entry) { return !entry.second.is_waiting; });
}

bool VirtualClock::is_idle(const Waiter& waiter) const {
    return waiter.is_waiting && !waiter.is_woken && waiter.deadline_ms > shown_ms();
}

VirtualClock::Waiter& VirtualClock::waiter(std::uint64_t id) {
    const auto found = waiters_.find(id);
    if (found == waiters_.end()) {
        throw StatusError(STAFFING_STATUS_NOT_FOUND, "There is no waiter " + std::to_string(id) + ".");
    }
    return found->second;
}

}  // namespace mock_host
