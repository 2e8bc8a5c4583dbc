#include "worker.hpp"

#include "staffing_cpp/guard.hpp"

namespace sound {

void Worker::start() {
    is_stopping_ = false;
    std::uint64_t waiter = 0;
    const bool has_waiter =
        host_.clock != nullptr && host_.clock->open_waiter(host_.host, &waiter) == STAFFING_STATUS_OK;
    waiter_ = has_waiter ? waiter : 0;
    thread_ = std::thread([this] { run(); });
}

void Worker::stop() {
    {
        const std::lock_guard lock(mutex_);
        is_stopping_ = true;
    }
    wake();
    thread_.join();
    if (const std::uint64_t waiter = waiter_.exchange(0)) host_.clock->close_waiter(host_.host, waiter);
}

void Worker::add(std::function<void()> job) {
    {
        const std::lock_guard lock(mutex_);
        jobs_.push_back(std::move(job));
    }
    wake();
}

void Worker::run() {
    const Within within(own_work_);
    while (const std::function<void()> job = next())
        staffing::guard(nullptr, job);
}

std::function<void()> Worker::next() {
    for (;;) {
        {
            const std::lock_guard lock(mutex_);
            if (!jobs_.empty()) {
                std::function<void()> job = std::move(jobs_.front());
                jobs_.pop_front();
                return job;
            }
            if (is_stopping_) return {};
        }
        wait();
    }
}

void Worker::wait() {
    const std::uint64_t waiter = waiter_;
    if (waiter != 0 &&
        host_.clock->wait_until(host_.host, waiter, STAFFING_CLOCK_NO_DEADLINE) == STAFFING_STATUS_OK) {
        return;
    }
    std::unique_lock lock(mutex_);
    woken_.wait(lock, [&] { return !jobs_.empty() || is_stopping_; });
}

void Worker::wake() {
    const std::uint64_t waiter = waiter_;
    if (waiter != 0) host_.clock->wake(host_.host, waiter);
    woken_.notify_all();
}

}  // namespace sound
