#include "core/backoff.hpp"

#include <algorithm>

namespace send_text {
namespace {

constexpr std::int64_t base_ms = 2'000;
constexpr std::int64_t max_doublings = 20;
constexpr std::int64_t max_retry_after_seconds = 24 * 3600;  // more is taken for nonsense

}  // namespace

std::int64_t backoff_ms(std::int64_t attempts, RandomSource& random,
                        std::optional<std::int64_t> retry_after_seconds) {
    const std::int64_t doublings = std::clamp<std::int64_t>(attempts - 1, 0, max_doublings);
    const std::int64_t ceiling_ms = std::min(max_backoff_ms, base_ms << doublings);
    const auto jitter_ms =
        static_cast<std::int64_t>(random.next() % static_cast<std::uint64_t>(ceiling_ms)) + 1;
    const std::int64_t asked_seconds =
        std::clamp<std::int64_t>(retry_after_seconds.value_or(0), 0, max_retry_after_seconds);
    return asked_seconds * 1000 + jitter_ms;
}

}  // namespace send_text
