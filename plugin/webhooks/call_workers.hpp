#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <thread>
#include <vector>

#include "core/mutex.hpp"
#include "webhooks/connection.hpp"

namespace send_text {

/// A few threads that answer whole calls.
/// Threads: the listener's adds and takes back, several of its own answer; guarded by mutex_.
class CallWorkers {
  public:
    /// `answer` is called on several threads at the same time; what it throws is dropped. Throws
    /// std::system_error when there are no threads to be had.
    explicit CallWorkers(std::function<void(Connection&)> answer);

    /// Stops, see stop().
    ~CallWorkers();

    CallWorkers(const CallWorkers&) = delete;
    CallWorkers& operator=(const CallWorkers&) = delete;

    /// Has a call answered. It is the workers' until it is finished.
    void add(Connection& connection);

    /// Those that have been answered since this was asked last.
    std::vector<Connection*> finished();

    /// Lets the calls that are being answered end, forgets the others, and joins the threads.
    void stop();

  private:
    void run();

    std::function<void(Connection&)> answer_;
    Mutex mutex_;
    std::condition_variable changed_;
    std::deque<Connection*> waiting_ GUARDED_BY(mutex_);
    std::vector<Connection*> finished_ GUARDED_BY(mutex_);
    bool stopping_ GUARDED_BY(mutex_) = false;
    std::vector<std::thread> threads_;
};

}  // namespace send_text
