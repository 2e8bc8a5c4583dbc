#include "mock_host/web/job_queue.hpp"

#include <condition_variable>
#include <exception>

#include "mock_host/web/api_request.hpp"

namespace mock_host {

/// The one who waits has `work`, so it outlives the job's turn.
struct JobQueue::Job {
    const std::function<void()>* work = nullptr;
    std::mutex mutex;
    std::condition_variable done;
    bool is_done = false;
    bool is_refused = false;
    std::exception_ptr failure;

    void finish(bool refused) {
        const std::lock_guard lock(mutex);
        is_done = true;
        is_refused = refused;
        done.notify_all();
    }
};

JobQueue::JobQueue(std::function<void()> ring) : ring_(std::move(ring)) {}

JobQueue::~JobQueue() = default;

void JobQueue::do_and_wait(const std::function<void()>& work) {
    const auto job = std::make_shared<Job>();
    job->work = &work;
    {
        const std::lock_guard lock(mutex_);
        if (is_closed_) throw ApiError(503, "The mock host is shutting down.");
        jobs_.push_back(job);
    }
    ring_();
    std::unique_lock lock(job->mutex);
    job->done.wait(lock, [&] { return job->is_done; });
    if (job->is_refused) throw ApiError(503, "The mock host is shutting down.");
    if (job->failure) std::rethrow_exception(std::exchange(job->failure, nullptr));
}

bool JobQueue::run_one() {
    std::shared_ptr<Job> job;
    {
        const std::lock_guard lock(mutex_);
        if (jobs_.empty()) return false;
        job = std::move(jobs_.front());
        jobs_.pop_front();
    }
    try {
        (*job->work)();
    } catch (...) {
        job->failure = std::current_exception();
    }
    job->finish(false);
    return true;
}

void JobQueue::close() {
    std::deque<std::shared_ptr<Job>> left;
    {
        const std::lock_guard lock(mutex_);
        is_closed_ = true;
        left.swap(jobs_);
    }
    for (const auto& job : left)
        job->finish(true);
}

}  // namespace mock_host
