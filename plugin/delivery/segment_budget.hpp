#pragma once

#include <algorithm>
#include <cstdint>

namespace send_text {

/// The pace of a line: so many segments a minute, and at once no more than ten seconds' worth. A text that is
/// longer than that leaves all the same, and the next one waits the longer. Times are the caller's.
class SegmentBudget {
  public:
    /// Another pace; what was spent stays spent.
    void set_rate(std::int64_t segments_per_minute) {
        segment_ms_ = minute_ms / std::clamp<std::int64_t>(segments_per_minute, 1, minute_ms);
    }

    /// From when on the next text may leave; not after now: at once.
    std::int64_t available_from_ms(std::int64_t now_ms) const {
        return std::min(paid_until_ms_ - burst_ms() + segment_ms_, now_ms + longest_wait_ms());
    }

    /// A text of so many segments leaves.
    void spend(std::int64_t segments, std::int64_t now_ms) {
        const std::int64_t from_ms = std::clamp(paid_until_ms_, now_ms, now_ms + longest_wait_ms());
        last_cost_ms_ = segments * segment_ms_;
        paid_until_ms_ = from_ms + last_cost_ms_;
    }

  private:
    static constexpr std::int64_t minute_ms = 60'000;

    /// What may leave at once: ten seconds' worth, and one segment in any case.
    std::int64_t burst_ms() const { return std::max<std::int64_t>(10'000, segment_ms_); }

    /// However the clock is set back, nobody waits for more than was spent lately.
    std::int64_t longest_wait_ms() const { return burst_ms() + last_cost_ms_; }

    std::int64_t segment_ms_ = minute_ms / 60;
    std::int64_t paid_until_ms_ = 0;  ///< all that was spent is paid for at this time
    std::int64_t last_cost_ms_ = 0;
};

}  // namespace send_text
