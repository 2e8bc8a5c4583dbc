#pragma once

#include <cstdint>
#include <optional>

#include "core/random.hpp"

namespace send_text {

/// The longest wait that backoff_ms chooses by itself.
inline constexpr std::int64_t max_backoff_ms = 10 * 60 * 1000;

/// How long to wait after the `attempts`-th failure in a row (from 1): exponential with full jitter, that is
/// a random time of up to 2 s, 4 s, 8 s … 10 minutes. What the other side asked for (Retry-After) is added in
/// front, so that those who were told the same time do not come back all at once.
std::int64_t backoff_ms(std::int64_t attempts, RandomSource& random,
                        std::optional<std::int64_t> retry_after_seconds = std::nullopt);

}  // namespace send_text
