#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>

#include "core/time.hpp"
#include "delivery/segment_budget.hpp"

namespace send_text {

/// Waits after failures in a row.
struct Pause {
    MonotonicTime until{};
    std::int64_t failures = 0;  ///< in a row

    bool is_over(MonotonicTime now) const { return until <= now; }
    void extend(MonotonicTime end) { until = std::max(until, end); }
};

/// How a line fares. Sending and asking whether a text was sent wait each by itself.
struct LineState {
    Pause sending;
    Pause asking;
    SegmentBudget pace;
    MonotonicTime pace_until{};
    std::int64_t strange_answers = 0;  ///< that were not the carrier's, since it last took or rejected a text
    bool is_stopped = false;           ///< and people were told
    bool cannot_ask = false;           ///< and it was logged
    std::optional<MonotonicTime> cannot_ask_since = {};

    /// From when on the next text may leave.
    MonotonicTime send_from() const { return std::max(sending.until, pace_until); }
};

}  // namespace send_text
