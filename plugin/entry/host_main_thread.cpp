#include "entry/host_main_thread.hpp"

#include <exception>
#include <utility>

namespace send_text {

void HostMainThread::post(std::function<void()> task) {
    if (host_.main_thread == nullptr) return;
    {
        const MutexLock lock(mutex_);
        if (is_stopped_) return;
        tasks_.push_back(std::move(task));
        ++visits_;
    }
    const staffing_task come_by{this, &HostMainThread::run};
    try {
        host_.call("Posting to the main thread", host_.main_thread->post, &come_by);
    } catch (const staffing::StatusError& error) {
        log_.error(std::string("The host refused a task for its main thread: ") + error.what());
        const MutexLock lock(mutex_);
        if (visits_ > 0) --visits_;
    }
}

void HostMainThread::start() {
    const MutexLock lock(mutex_);
    is_stopped_ = false;
}

void HostMainThread::stop() {
    std::deque<std::function<void()>> dropped;
    const MutexLock lock(mutex_);
    is_stopped_ = true;
    visits_ = 0;
    dropped.swap(tasks_);
}

void STAFFING_CALL HostMainThread::run(void* context) {
    static_cast<HostMainThread*>(context)->run_task();
}

void HostMainThread::run_task() {
    {
        const MutexLock lock(mutex_);
        if (visits_ > 0) --visits_;
    }
    while (const std::function<void()> task = take()) {
        try {
            task();
        } catch (const std::exception& error) {
            log_.error(error.what());
        }
        const MutexLock lock(mutex_);
        if (tasks_.size() <= visits_) return;  // else the host took too few
    }
}

std::function<void()> HostMainThread::take() {
    const MutexLock lock(mutex_);
    if (tasks_.empty()) return {};
    std::function<void()> task = std::move(tasks_.front());
    tasks_.pop_front();
    return task;
}

}  // namespace send_text
