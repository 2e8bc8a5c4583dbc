#pragma once

#include <algorithm>
#include <cstdint>

namespace send_text {

/// The pace of a line: a token bucket that fills by so many segments a minute and holds ten seconds' worth,
/// one segment at least. A text leaves when there is a segment for it; what it has more is owed, and the next
/// one waits the longer. Times are those of a monotonic clock.
/// Threads: the delivery worker.
class SegmentBudget {
  public:
    /// Another pace, as from the last text on; what is owed stays owed.
    void set_rate(std::int64_t segments_per_minute) {
        rate_ = std::clamp<std::int64_t>(segments_per_minute, 1, minute_ms);
    }

    /// From when on the next text may leave; not after now: at once.
    std::int64_t available_from_ms() const {
        const std::int64_t missing = std::max<std::int64_t>(segment - std::min(left_, capacity()), 0);
        return left_at_ms_ + (missing + rate_ - 1) / rate_;
    }

    /// A text of so many segments leaves.
    void spend(std::int64_t segments, std::int64_t now_ms) {
        left_ = std::min(left_ + (now_ms - left_at_ms_) * rate_, capacity()) - segments * segment;
        left_at_ms_ = now_ms;
    }

  private:
    static constexpr std::int64_t minute_ms = 60'000;
    static constexpr std::int64_t burst_ms = 10'000;
    /// Counted so that a millisecond adds as much as the rate says, and nothing is ever rounded away.
    static constexpr std::int64_t segment = minute_ms;

    std::int64_t capacity() const { return std::max(burst_ms * rate_, segment); }

    std::int64_t rate_ = 60;                    ///< segments a minute
    std::int64_t left_ = burst_ms * minute_ms;  ///< at that time; below zero: owed. At first full at any pace
    std::int64_t left_at_ms_ = 0;
};

}  // namespace send_text
