#pragma once

#include <cstdint>
#include <memory>
#include <stdexcept>

#include "core/clock.hpp"

namespace send_text::testing {

inline constexpr std::int64_t second_ms = 1'000;
inline constexpr std::int64_t minute_ms = 60 * second_ms;
inline constexpr std::int64_t hour_ms = 60 * minute_ms;
inline constexpr std::int64_t start_ms = 1'772'463'840'000;  // 2026-03-02 15:04 UTC

/// A clock that stands still until the test moves it. Nobody can wait by it: steps need no thread.
class ManualClock final : public Clock {
  public:
    std::int64_t now_ms() const override { return now_ms_; }
    std::int64_t monotonic_ms() const override { return monotonic_ms_; }
    std::unique_ptr<Waiter> make_waiter() override { throw std::logic_error("a step does not wait"); }

    /// Time passes.
    void advance(std::int64_t by_ms) {
        now_ms_ += by_ms;
        monotonic_ms_ += by_ms;
    }
    /// Time passes until the clock shows this.
    void advance_to(std::int64_t now_ms) { advance(now_ms - now_ms_); }
    /// The clock is set; no time passes.
    void set(std::int64_t now_ms) { now_ms_ = now_ms; }

  private:
    std::int64_t now_ms_ = start_ms;
    std::int64_t monotonic_ms_ = 5'000'000;
};

}  // namespace send_text::testing
