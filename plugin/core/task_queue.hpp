#pragma once

#include <atomic>
#include <deque>
#include <functional>
#include <memory>
#include <thread>

#include "core/clock.hpp"
#include "core/log.hpp"
#include "core/mutex.hpp"

namespace send_text {

/// A thread that does tasks one after the other, for what would make another thread wait.
/// Threads: any posts, guarded by mutex_; tasks run on its own thread alone.
class TaskQueue {
  public:
    TaskQueue(Clock& clock, Log& log);

    /// Stops, see stop().
    ~TaskQueue();

    TaskQueue(const TaskQueue&) = delete;
    TaskQueue& operator=(const TaskQueue&) = delete;

    void start();

    /// Adds a task. Any thread. An exception out of a task is logged, but for Cancelled. False once
    /// stopping: then it is not done.
    bool post(std::function<void()> task);

    /// Does what was posted before, and joins the thread: what a person was told is under way is not dropped.
    /// Tasks that may take long ask is_stopping() and end early.
    void stop();

    bool is_stopping() const { return stopping_; }

  private:
    void run();
    std::function<void()> take();

    Log& log_;
    std::unique_ptr<Waiter> waiter_;
    Mutex mutex_;
    std::deque<std::function<void()>> tasks_ GUARDED_BY(mutex_);
    std::atomic<bool> stopping_{false};
    std::thread thread_;
};

}  // namespace send_text
