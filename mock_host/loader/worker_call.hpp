#pragma once

#include <chrono>
#include <functional>
#include <stdexcept>

namespace mock_host {

class Host;

/// The plug-in did not finish in time. Code that catches this must not wait for the plug-in again: the
/// program ends.
class Hang : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

/// Does `work` on a worker while the main thread (the caller) runs its tasks; throws what `work` throws.
/// Throws Hang when it takes longer than `guard`; the worker and what it uses are then left alone.
void on_worker(Host& host, std::chrono::seconds guard, std::function<void()> work);

/// Runs the main thread's tasks until the plug-in has nothing left to do now (VirtualClock::is_settled).
/// Throws Hang, naming the busy waiters, when that takes longer than `guard`. The host must have a virtual
/// clock.
void wait_until_settled(Host& host, std::chrono::seconds guard);

/// Runs the main thread's tasks until something happens or `most` has passed.
void run_tasks_for(Host& host, std::chrono::milliseconds most);

}  // namespace mock_host
