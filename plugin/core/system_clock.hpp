#pragma once

#include "core/clock.hpp"

namespace send_text {

/// The operating system's clock.
class SystemClock final : public Clock {
  public:
    std::int64_t now_ms() const override;
    std::int64_t monotonic_ms() const override;
    std::unique_ptr<Waiter> make_waiter() override;
};

}  // namespace send_text
