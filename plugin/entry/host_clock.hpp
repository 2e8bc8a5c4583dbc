#pragma once

#include <atomic>

#include "core/clock.hpp"
#include "core/mutex.hpp"
#include "core/system_clock.hpp"
#include "entry/host_extensions.hpp"

namespace send_text {

/// The host's clock, or the system's when the host has none.
/// Threads: any; what was seen last guarded by looking_, the counts are atomic.
class HostClock final : public Clock {
  public:
    explicit HostClock(const HostExtensions& host) : host_(host) {}

    std::int64_t now_ms() const override;
    std::int64_t monotonic_ms() const override;
    std::unique_ptr<Waiter> make_waiter() override;

  private:
    std::int64_t gone_forward_ms() const;

    const HostExtensions& host_;
    SystemClock system_;
    mutable Mutex looking_;                         ///< over what a look at the host's clock changes
    mutable std::atomic<std::uint64_t> looks_ = 0;  ///< that were counted
    mutable std::int64_t last_seen_ms_ GUARDED_BY(looking_) = 0;  ///< 0: not yet
    mutable std::atomic<std::int64_t> gone_forward_ms_ = 0;
};

}  // namespace send_text
