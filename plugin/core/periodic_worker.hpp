#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <string>
#include <thread>

#include "core/clock.hpp"
#include "core/log.hpp"
#include "core/time.hpp"

namespace send_text {

/// A thread that does a step, waits until the step's next deadline or a wake, and does it again.
/// Threads: any starts, wakes and stops it; stopping_ is atomic, the step runs on its own thread alone.
class PeriodicWorker {
  public:
    /// `step` does what is due and returns when it wants to be called again (by the clock, or
    /// no_deadline). An exception out of it is logged under `name`, and the step is tried again later;
    /// Cancelled is not, and the step is called again when this is woken.
    PeriodicWorker(std::string name, Clock& clock, Log& log, std::function<TimePoint()> step);

    /// Stops, see stop().
    ~PeriodicWorker();

    PeriodicWorker(const PeriodicWorker&) = delete;
    PeriodicWorker& operator=(const PeriodicWorker&) = delete;

    /// Starts the thread. Once.
    void start();

    /// There is something to do: the step runs as soon as it can. Any thread.
    void wake();

    /// Lets the step that runs end, and joins the thread. No step runs after it returns.
    void stop();

  private:
    void run();

    std::string name_;
    Clock& clock_;
    Log& log_;
    std::function<TimePoint()> step_;
    std::unique_ptr<Waiter> waiter_;
    std::atomic<bool> stopping_{false};
    std::thread thread_;
};

}  // namespace send_text
