#pragma once

#include <cstdint>
#include <optional>

#include "core/random.hpp"
#include "core/time.hpp"

namespace send_text {

/// The longest wait that backoff() chooses by itself.
inline constexpr Milliseconds max_backoff = std::chrono::minutes(10);

/// How long to wait after the `attempts`-th failure in a row (from 1): exponential with full jitter, that is
/// a random time of up to 2 s, 4 s, 8 s … 10 minutes. What the other side asked for (Retry-After) is added in
/// front, so that those who were told the same time do not come back all at once.
Milliseconds backoff(std::int64_t attempts, RandomSource& random,
                     std::optional<Seconds> retry_after = std::nullopt);

}  // namespace send_text
