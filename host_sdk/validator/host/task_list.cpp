#include "host/task_list.hpp"

#include <algorithm>

#include "host/own_time.hpp"
#include "runner/call_board.hpp"

namespace validator {

using SteadyClock = std::chrono::steady_clock;
using std::chrono::milliseconds;

void TaskList::post(const staffing_task& task) {
    const std::lock_guard lock(mutex_);
    tasks_.push_back(task);
    posted_.notify_one();
}

void TaskList::nudge() {
    const std::lock_guard lock(mutex_);
    is_nudged_ = true;
    posted_.notify_one();
}

bool TaskList::take(staffing_task& task, milliseconds at_most) {
    std::unique_lock lock(mutex_);
    posted_.wait_for(lock, at_most, [&] { return !tasks_.empty() || is_nudged_; });
    is_nudged_ = false;
    if (tasks_.empty()) return false;
    task = tasks_.front();
    tasks_.pop_front();
    return true;
}

void TaskList::run(const staffing_task& task) {
    const InCall in_call("a task that was posted");
    const OwnTime time;
    task.run(task.context);
    longest_ = std::max(longest_, time.spent());
}

bool TaskList::run_until(const std::function<bool()>& is_done, milliseconds at_most) {
    const auto deadline = SteadyClock::now() + at_most;
    while (!is_done()) {
        staffing_task task{};
        if (take(task, milliseconds(5))) {
            run(task);
        } else if (SteadyClock::now() >= deadline) {
            return is_done();
        }
    }
    return true;
}

void TaskList::run_until_quiet(milliseconds moment, milliseconds at_most) {
    const auto deadline = SteadyClock::now() + at_most;
    {
        const std::lock_guard lock(mutex_);
        is_nudged_ = false;  // that was for somebody else
    }
    staffing_task task{};
    while (SteadyClock::now() < deadline && take(task, moment))
        run(task);
}

std::size_t TaskList::drop() {
    const std::lock_guard lock(mutex_);
    const std::size_t dropped = tasks_.size();
    tasks_.clear();
    return dropped;
}

}  // namespace validator
