#include "core/backoff.hpp"

#include <algorithm>

namespace send_text {
namespace {

constexpr Milliseconds base{2'000};
constexpr std::int64_t max_doublings = 20;
constexpr Seconds max_retry_after = std::chrono::hours(24);  // more is taken for nonsense

}  // namespace

Milliseconds backoff(std::int64_t attempts, RandomSource& random, std::optional<Seconds> retry_after) {
    const std::int64_t doublings = std::clamp<std::int64_t>(attempts - 1, 0, max_doublings);
    const Milliseconds ceiling = std::min(max_backoff, base * (std::int64_t{1} << doublings));
    const Milliseconds jitter(
        static_cast<std::int64_t>(random.next() % static_cast<std::uint64_t>(ceiling.count())) + 1);
    const Seconds asked = std::clamp(retry_after.value_or(Seconds::zero()), Seconds::zero(), max_retry_after);
    return asked + jitter;
}

}  // namespace send_text
