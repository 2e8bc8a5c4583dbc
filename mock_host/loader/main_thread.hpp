#pragma once

#include <cstddef>
#include <deque>
#include <mutex>
#include <thread>

#include "mock_host/loader/bell.hpp"
#include "staffing/ext/main_thread.h"

namespace mock_host {

/// The main thread, which is the one that makes this object, and its queue of tasks.
class MainThread {
  public:
    /// `bell` rings when a task comes in.
    explicit MainThread(Bell& bell) : bell_(bell) {}

    bool is_current() const { return std::this_thread::get_id() == id_; }  ///< [thread-safe]

    /// Puts a task at the end. Throws staffing::StatusError when the queue is closed. [thread-safe]
    void post(const staffing_task& task);

    /// Runs the tasks that are there, not those that they post; how many. [main-thread]
    std::size_t run_pending();
    bool is_empty() const;  ///< [thread-safe]

    /// Takes tasks (again). [thread-safe]
    void open();
    /// Takes no more tasks and forgets those that are left. [thread-safe]
    void close();

  private:
    Bell& bell_;
    const std::thread::id id_ = std::this_thread::get_id();
    mutable std::mutex mutex_;
    std::deque<staffing_task> tasks_;
    bool is_open_ = true;
};

}  // namespace mock_host
