#pragma once

#include "core/clock.hpp"
#include "core/time.hpp"

namespace send_text {

/// The operating system's clock.
class SystemClock final : public Clock {
  public:
    TimePoint now() const override;
    MonotonicTime monotonic_now() const override;
    std::unique_ptr<Waiter> make_waiter() override;
};

}  // namespace send_text
