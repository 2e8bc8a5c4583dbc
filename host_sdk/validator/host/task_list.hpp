#pragma once

#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>

#include "staffing/ext/main_thread.h"

namespace validator {

/// The main thread's queue.
class TaskList {
  public:
    /// [thread-safe]
    void post(const staffing_task& task);

    /// Makes run_until check at once whether it is done. [thread-safe]
    void nudge();

    /// Runs posted tasks until `is_done` or until the time is up; whether it is done. Main thread.
    bool run_until(const std::function<bool()>& is_done, std::chrono::milliseconds at_most);

    /// Runs posted tasks until none has come for a moment. Main thread.
    void run_until_quiet(std::chrono::milliseconds moment, std::chrono::milliseconds at_most);

    /// Discards the posted tasks; how many there were.
    std::size_t drop();

    /// The longest time that one task took.
    std::chrono::microseconds longest() const { return longest_; }

  private:
    bool take(staffing_task& task, std::chrono::milliseconds at_most);
    void run(const staffing_task& task);

    std::mutex mutex_;
    std::condition_variable posted_;
    std::deque<staffing_task> tasks_;
    bool is_nudged_ = false;
    std::chrono::microseconds longest_{0};
};

}  // namespace validator
