#include "mock_host/loader/main_thread.hpp"

#include "mock_host/loader/extensions.hpp"
#include "mock_host/loader/host_call.hpp"

namespace mock_host {

void MainThread::post(const staffing_task& task) {
    {
        const std::lock_guard lock(mutex_);
        if (!is_open_) {
            throw staffing::StatusError(
                STAFFING_STATUS_WRONG_STATE,
                "A task was posted after the plug-in was deactivated; it is not run.");
        }
        tasks_.push_back(task);
    }
    bell_.ring();
}

std::size_t MainThread::run_pending() {
    std::unique_lock lock(mutex_);
    const std::size_t there = tasks_.size();
    std::size_t run = 0;
    while (run < there && !tasks_.empty()) {
        const staffing_task task = tasks_.front();
        tasks_.pop_front();
        ++run;
        lock.unlock();
        task.run(task.context);
        lock.lock();
    }
    return run;
}

bool MainThread::is_empty() const {
    const std::lock_guard lock(mutex_);
    return tasks_.empty();
}

void MainThread::open() {
    const std::lock_guard lock(mutex_);
    is_open_ = true;
}

void MainThread::close() {
    const std::lock_guard lock(mutex_);
    is_open_ = false;
    tasks_.clear();
}

namespace {

staffing_status STAFFING_CALL post(const staffing_host* host, const staffing_task* task,
                                   const staffing_error_sink* error) noexcept {
    return host_call(host, "main_thread.post", CalledOn::any_thread, error, [&](Host& self) {
        if (staffing::required(task, "the task").run == nullptr) {
            throw staffing::StatusError(STAFFING_STATUS_INVALID_ARGUMENT, "The task has no run function.");
        }
        self.main_thread().post(*task);
    });
}

}  // namespace

const staffing_main_thread& main_thread_table() {
    static constexpr staffing_main_thread table{&post};
    return table;
}

}  // namespace mock_host
