#pragma once

#include "core/clock.hpp"
#include "core/system_clock.hpp"
#include "entry/host_extensions.hpp"

namespace send_text {

/// The host's clock, or the system's when the host has none.
class HostClock final : public Clock {
  public:
    explicit HostClock(const HostExtensions& host) : host_(host) {}

    std::int64_t now_ms() const override;
    std::int64_t monotonic_ms() const override { return system_.monotonic_ms(); }
    std::unique_ptr<Waiter> make_waiter() override;

  private:
    const HostExtensions& host_;
    SystemClock system_;
};

}  // namespace send_text
