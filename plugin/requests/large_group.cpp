#include "requests/large_group.hpp"

#include <algorithm>

#include "core/pluralize.hpp"
#include "store/outbox_store.hpp"

namespace send_text {
namespace {

constexpr std::int64_t minute = 60;
constexpr std::int64_t hour = 60 * minute;
constexpr std::int64_t day = 24 * hour;

std::string about(std::int64_t seconds, std::int64_t unit, const char* one, const char* many) {
    return "about " + pluralize(static_cast<std::uint64_t>((seconds + unit / 2) / unit), one, many);
}

}  // namespace

bool is_large_group(std::size_t texts) {
    return texts > static_cast<std::size_t>(max_batch);
}

std::string describe_duration(std::int64_t seconds) {
    if (seconds < 10) return "a few seconds";
    if (seconds < 55) return "about " + std::to_string((seconds + 5) / 10 * 10) + " seconds";
    if (seconds < hour - minute / 2) return about(seconds, minute, "minute", "minutes");
    if (seconds < day - hour / 2) return about(seconds, hour, "hour", "hours");
    return about(seconds, day, "day", "days");
}

std::int64_t seconds_of(std::int64_t segments, std::int64_t segments_per_minute) {
    const std::int64_t rate = std::max<std::int64_t>(segments_per_minute, 1);
    return (segments * minute + rate - 1) / rate;
}

std::string describe_large_group(std::size_t texts, std::int64_t segments, std::int64_t segments_per_minute) {
    if (!is_large_group(texts)) return {};
    const auto batch_size = static_cast<std::size_t>(max_batch);
    return " This is a large group: carriers advise groups of under 50. The texts go out in " +
           std::to_string((texts + batch_size - 1) / batch_size) + " batches of at most " +
           std::to_string(batch_size) + " and take " +
           describe_duration(seconds_of(segments, segments_per_minute)) + ".";
}

}  // namespace send_text
