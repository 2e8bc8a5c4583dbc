#include "main_tasks.hpp"

#include "staffing_cpp/guard.hpp"

namespace sound {

bool MainTasks::post(std::function<void()> work) {
    if (host_.main_thread == nullptr) return false;
    Task* task = nullptr;
    {
        const std::lock_guard lock(mutex_);
        task = &tasks_.emplace_back(Task{this, std::move(work)});
    }
    const staffing_task given{task, &MainTasks::run};
    if (host_.main_thread->post(host_.host, &given, nullptr) == STAFFING_STATUS_OK) return true;
    forget(task);
    return false;
}

void MainTasks::clear() {
    const std::lock_guard lock(mutex_);
    tasks_.clear();
}

void MainTasks::run(void* context) noexcept {
    auto* const task = static_cast<Task*>(context);
    const Within within(task->all->own_work_);
    staffing::guard(nullptr, task->work);
    task->all->forget(task);
}

void MainTasks::forget(const Task* task) {
    const std::lock_guard lock(mutex_);
    tasks_.remove_if([&](const Task& one) { return &one == task; });
}

}  // namespace sound
