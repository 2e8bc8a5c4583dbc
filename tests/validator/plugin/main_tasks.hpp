#pragma once

#include <functional>
#include <list>
#include <mutex>

#include "host_services.hpp"
#include "own_work.hpp"

namespace sound {

/// What the plug-in has posted to the main thread. Tasks that the host does not run any more are freed here.
class MainTasks {
  public:
    MainTasks(const HostServices& host, OwnWork& own_work) : host_(host), own_work_(own_work) {}

    /// Runs `work` on the main thread, later; false when the host cannot. [thread-safe]
    bool post(std::function<void()> work);

    /// Forgets those that have not run. After the last one can run.
    void clear();

  private:
    struct Task {
        MainTasks* all;
        std::function<void()> work;
    };

    static void STAFFING_CALL run(void* context) noexcept;
    void forget(const Task* task);

    const HostServices& host_;
    OwnWork& own_work_;
    std::mutex mutex_;
    std::list<Task> tasks_;
};

}  // namespace sound
