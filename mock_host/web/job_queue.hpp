#pragma once

#include <deque>
#include <functional>
#include <memory>
#include <mutex>

namespace mock_host {

/// Work that other threads want done on the main thread, and that they wait for. [thread-safe]
class JobQueue {
  public:
    /// `ring` wakes the main thread.
    explicit JobQueue(std::function<void()> ring);
    ~JobQueue();

    /// Returns when the work is done, and throws what it throws. Throws ApiError (503) when the queue is
    /// closed before that.
    void do_and_wait(const std::function<void()>& work);

    /// Does the oldest job; false when there is none. [main-thread]
    bool run_one();

    /// From now on nothing is done any more: those who wait and those to come get an ApiError.
    void close();

  private:
    struct Job;

    std::function<void()> ring_;
    std::mutex mutex_;
    std::deque<std::shared_ptr<Job>> jobs_;
    bool is_closed_ = false;
};

}  // namespace mock_host
