#pragma once

#include <deque>
#include <functional>
#include <mutex>

#include "core/log.hpp"
#include "core/main_thread.hpp"
#include "entry/host_extensions.hpp"

namespace send_text {

/// The host's main thread. The tasks wait here, the host is only asked to come by: so nothing is leaked or
/// run when the host drops what was posted.
class HostMainThread final : public MainThread {
  public:
    HostMainThread(const HostExtensions& host, Log& log) : host_(host), log_(log) {}

    void post(std::function<void()> task) override;

    /// Takes tasks again, after a stop.
    void start();

    /// Drops what waits, and all that comes.
    void stop();

  private:
    static void STAFFING_CALL run(void* context);
    void run_tasks();

    const HostExtensions& host_;
    Log& log_;
    std::mutex mutex_;
    bool is_stopped_ = true;
    std::deque<std::function<void()>> tasks_;
};

}  // namespace send_text
