#pragma once

#include <atomic>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

#include "host_services.hpp"
#include "own_work.hpp"

namespace sound {

/// The plug-in's one thread. It sleeps by the host's clock, if the host has one.
class Worker {
  public:
    Worker(const HostServices& host, OwnWork& own_work) : host_(host), own_work_(own_work) {}

    void start();

    /// Lets the jobs that are left see that it is stopping, and joins the thread.
    void stop();

    /// Queues a job. [thread-safe]
    void add(std::function<void()> job);

    bool is_stopping() const { return is_stopping_; }

  private:
    void run();
    /// The next job, or none when it is time to end.
    std::function<void()> next();
    void wait();
    void wake();

    const HostServices& host_;
    OwnWork& own_work_;
    std::thread thread_;
    std::mutex mutex_;
    std::condition_variable woken_;
    std::deque<std::function<void()>> jobs_;
    std::atomic<bool> is_stopping_{false};
    std::atomic<std::uint64_t> waiter_{0};  ///< 0: the host's clock cannot be used
};

}  // namespace sound
