#pragma once

#include <chrono>

#include "core/clock.hpp"
#include "core/time.hpp"

namespace send_text {

/// Notices that somebody set the clock that people see. A time at which something is to go on is then another
/// one: so much later or earlier. A computer that slept counts as set forward.
/// Threads: any, one at a time.
class ClockSettings {
  public:
    explicit ClockSettings(const Clock& clock) : clock_(clock), ahead_(ahead()) {}

    /// How far it was set forward (back: less than 0) since this last said so, or was made; 0: it was not.
    Milliseconds take_change() {
        const Milliseconds ahead_now = ahead();
        const Milliseconds change = ahead_now - ahead_;
        if (std::chrono::abs(change) < min_change) return Milliseconds::zero();
        ahead_ = ahead_now;
        return change;
    }

  private:
    static constexpr Milliseconds min_change{1'000};  ///< less is how clocks differ
    static constexpr int max_looks = 10;              ///< at clocks that run so fast that no two looks agree

    /// Of the clock that people see before the monotonic one.
    Milliseconds ahead() const {
        for (int looks = 1;; ++looks) {
            const MonotonicTime before = clock_.monotonic_now();
            const TimePoint shown = clock_.now();
            const bool is_at_once = clock_.monotonic_now() - before < min_change;
            if (is_at_once || looks == max_looks) return shown.time_since_epoch() - before.time_since_epoch();
        }
    }

    const Clock& clock_;
    Milliseconds ahead_;
};

}  // namespace send_text
