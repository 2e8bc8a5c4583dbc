#pragma once

#include <algorithm>
#include <cstdint>

#include "core/time.hpp"

namespace send_text {

/// The pace of a line: a token bucket that fills by so many segments a minute and holds ten seconds' worth,
/// one segment at least. A text leaves when there is a segment for it; what it has more is owed, and the next
/// one waits the longer.
/// Threads: the delivery worker.
class SegmentBudget {
  public:
    /// Another pace, as from the last text on; what is owed stays owed.
    void set_rate(std::int64_t segments_per_minute) {
        rate_ = std::clamp<std::int64_t>(segments_per_minute, 1, segment);
    }

    /// From when on the next text may leave; not after now: at once.
    MonotonicTime available_from() const {
        const std::int64_t missing = std::max<std::int64_t>(segment - std::min(left_, capacity()), 0);
        return left_at_ + Milliseconds((missing + rate_ - 1) / rate_);
    }

    /// A text of so many segments leaves.
    void spend(std::int64_t segments, MonotonicTime now) {
        left_ = std::min(left_ + gained_in(now - left_at_), capacity()) - segments * segment;
        left_at_ = now;
    }

  private:
    static constexpr Milliseconds burst = std::chrono::seconds(10);
    /// Counted so that a millisecond adds as much as the rate says, and nothing is ever rounded away.
    static constexpr std::int64_t segment = Milliseconds(std::chrono::minutes(1)).count();

    std::int64_t gained_in(Milliseconds time) const { return time.count() * rate_; }
    std::int64_t capacity() const { return std::max(gained_in(burst), segment); }

    std::int64_t rate_ = 60;  ///< segments a minute
    /// At that time; below zero: owed. At first full at any pace.
    std::int64_t left_ = burst.count() * segment;
    MonotonicTime left_at_{};
};

}  // namespace send_text
