#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>

#include "delivery/segment_budget.hpp"

namespace send_text {

/// Waits after failures in a row, by the monotonic clock.
struct Pause {
    std::int64_t until_ms = 0;
    std::int64_t failures = 0;  ///< in a row

    bool is_over(std::int64_t monotonic_ms) const { return until_ms <= monotonic_ms; }
    void extend(std::int64_t until) { until_ms = std::max(until_ms, until); }
};

/// How a line fares. Sending and asking whether a text was sent wait each by itself.
struct LineState {
    Pause sending;
    Pause asking;
    SegmentBudget pace;
    std::int64_t pace_until_ms = 0;    ///< by the monotonic clock
    std::int64_t strange_answers = 0;  ///< that were not the carrier's, since it last took or rejected a text
    bool is_stopped = false;           ///< and people were told
    bool cannot_ask = false;           ///< and it was logged
    std::optional<std::int64_t> cannot_ask_since_ms = {};  ///< by the monotonic clock

    /// From when on the next text may leave, by the monotonic clock.
    std::int64_t send_from_ms() const { return std::max(sending.until_ms, pace_until_ms); }
};

}  // namespace send_text
