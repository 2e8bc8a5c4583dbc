#pragma once

#include <cstddef>
#include <deque>
#include <mutex>
#include <thread>

#include "mock_host/loader/bell.hpp"
#include "staffing/ext/main_thread.h"

namespace mock_host {

/// The main thread, which makes this object, and its queue of tasks.
class MainThread {
  public:
    /// `bell` rings when a task is posted.
    explicit MainThread(Bell& bell) : bell_(bell) {}

    bool is_current() const { return std::this_thread::get_id() == id_; }  ///< [thread-safe]

    /// Puts a task at the end. Throws staffing::StatusError when the queue is closed. [thread-safe]
    void post(const staffing_task& task);

    /// Runs the queued tasks, but not those that they post; returns how many. [main-thread]
    std::size_t run_pending();
    bool is_empty() const;  ///< [thread-safe]

    /// Takes tasks (again). [thread-safe]
    void open();
    /// Takes no more tasks and drops those that are queued. [thread-safe]
    void close();

  private:
    Bell& bell_;
    const std::thread::id id_ = std::this_thread::get_id();
    mutable std::mutex mutex_;
    std::deque<staffing_task> tasks_;
    bool is_open_ = true;
};

}  // namespace mock_host
