#pragma once

#include <atomic>

#include "core/clock.hpp"
#include "core/mutex.hpp"
#include "core/system_clock.hpp"
#include "core/time.hpp"
#include "entry/host_extensions.hpp"

namespace send_text {

/// The host's clock, or the system's when the host has none.
/// Threads: any; what was seen last guarded by looking_, the counts are atomic.
class HostClock final : public Clock {
  public:
    explicit HostClock(const HostExtensions& host) : host_(host) {}

    TimePoint now() const override;
    MonotonicTime monotonic_now() const override;
    std::unique_ptr<Waiter> make_waiter() override;

  private:
    Milliseconds gone_forward() const;

    const HostExtensions& host_;
    SystemClock system_;
    mutable Mutex looking_;                               ///< over what a look at the host's clock changes
    mutable std::atomic<std::uint64_t> looks_ = 0;        ///< that were counted
    mutable TimePoint last_seen_ GUARDED_BY(looking_){};  ///< no_time: not yet
    mutable std::atomic<Milliseconds> gone_forward_{};
};

}  // namespace send_text
