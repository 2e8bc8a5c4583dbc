#pragma once

#include <memory>
#include <stdexcept>

#include "core/clock.hpp"
#include "unit/support/times.hpp"

namespace send_text::testing {

/// A clock that stands still until the test moves it. Nobody can wait by it: steps need no thread.
class ManualClock final : public Clock {
  public:
    TimePoint now() const override { return now_; }
    MonotonicTime monotonic_now() const override { return monotonic_now_; }
    std::unique_ptr<Waiter> make_waiter() override { throw std::logic_error("a step does not wait"); }

    /// Time passes.
    void advance(Milliseconds by) {
        now_ += by;
        monotonic_now_ += by;
    }
    /// Time passes until the clock shows this.
    void advance_to(TimePoint time) { advance(time - now_); }
    /// The clock is set; no time passes.
    void set(TimePoint time) { now_ = time; }

  private:
    TimePoint now_ = start_time;
    MonotonicTime monotonic_now_{5'000s};
};

}  // namespace send_text::testing
