#pragma once

#include <cstddef>
#include <deque>
#include <functional>

#include "core/log.hpp"
#include "core/main_thread.hpp"
#include "core/mutex.hpp"
#include "entry/host_extensions.hpp"

namespace send_text {

/// The host's main thread. The tasks wait here, the host is only asked to come by, once for each: so nothing
/// is leaked or run when the host drops what was posted, and the host gets its thread back between two of
/// them.
/// Threads: any posts, the main thread does the tasks; guarded by mutex_.
class HostMainThread final : public MainThread {
  public:
    HostMainThread(const HostExtensions& host, Log& log) : host_(host), log_(log) {}

    void post(std::function<void()> task) override;
    void start() override;
    void stop() override;

  private:
    static void STAFFING_CALL run(void* context);
    void run_task();
    std::function<void()> take();

    const HostExtensions& host_;
    Log& log_;
    Mutex mutex_;
    bool is_stopped_ GUARDED_BY(mutex_) = true;
    std::deque<std::function<void()>> tasks_ GUARDED_BY(mutex_);
    std::size_t visits_ GUARDED_BY(mutex_) = 0;  ///< to come by that the host was asked for, and has not done
};

}  // namespace send_text
