#include "core/task_queue.hpp"

#include <exception>
#include <utility>

#include "core/cancellation.hpp"

namespace send_text {

TaskQueue::TaskQueue(Clock& clock, Log& log) : log_(log), waiter_(clock.make_waiter()) {}

TaskQueue::~TaskQueue() {
    stop();
}

void TaskQueue::start() {
    thread_ = std::thread([this] { run(); });
}

bool TaskQueue::post(std::function<void()> task) {
    {
        const MutexLock lock(mutex_);
        if (stopping_) return false;
        tasks_.push_back(std::move(task));
    }
    waiter_->wake();
    return true;
}

void TaskQueue::stop() {
    {
        const MutexLock lock(mutex_);
        stopping_ = true;
    }
    waiter_->wake();
    if (thread_.joinable()) thread_.join();
}

void TaskQueue::run() {
    while (true) {
        if (const std::function<void()> task = take()) {
            try {
                task();
            } catch (const Cancelled&) {  // nobody's failure
            } catch (const std::exception& error) {
                log_.error(error.what());
            }
        } else if (stopping_) {
            return;
        } else {
            waiter_->wait_until(no_deadline);
        }
    }
}

std::function<void()> TaskQueue::take() {
    const MutexLock lock(mutex_);
    if (tasks_.empty()) return {};
    std::function<void()> task = std::move(tasks_.front());
    tasks_.pop_front();
    return task;
}

}  // namespace send_text
