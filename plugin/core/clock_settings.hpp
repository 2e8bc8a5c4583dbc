#pragma once

#include <cstdint>
#include <cstdlib>

#include "core/clock.hpp"

namespace send_text {

/// Notices that somebody set the clock that people see. A time at which something is to go on is then another
/// one: so much later or earlier. A computer that slept counts as set forward.
/// Threads: any, one at a time.
class ClockSettings {
  public:
    explicit ClockSettings(const Clock& clock) : clock_(clock), shown_more_ms_(shown_more_ms()) {}

    /// How far it was set forward (back: less than 0) since this last said so, or was made; 0: it was not.
    std::int64_t take_ms() {
        const std::int64_t now_ms = shown_more_ms();
        const std::int64_t by_ms = now_ms - shown_more_ms_;
        if (std::abs(by_ms) < min_ms) return 0;
        shown_more_ms_ = now_ms;
        return by_ms;
    }

  private:
    static constexpr std::int64_t min_ms = 1'000;  ///< less is how clocks differ
    static constexpr int max_looks = 10;           ///< at clocks that run so fast that no two looks agree

    std::int64_t shown_more_ms() const {
        for (int looks = 1;; ++looks) {
            const std::int64_t before_ms = clock_.monotonic_ms();
            const std::int64_t shown_ms = clock_.now_ms();
            const bool is_at_once = clock_.monotonic_ms() - before_ms < min_ms;
            if (is_at_once || looks == max_looks) return shown_ms - before_ms;
        }
    }

    const Clock& clock_;
    std::int64_t shown_more_ms_;
};

}  // namespace send_text
