#include "requests/large_group.hpp"

#include <algorithm>

#include "core/pluralize.hpp"
#include "store/outbox_store.hpp"

namespace send_text {
namespace {

constexpr Seconds minute = std::chrono::minutes(1);
constexpr Seconds hour = std::chrono::hours(1);
constexpr Seconds day = std::chrono::days(1);

std::string about(Seconds duration, Seconds unit, const char* one, const char* many) {
    return "about " + pluralize(static_cast<std::uint64_t>((duration + unit / 2) / unit), one, many);
}

}  // namespace

bool is_large_group(std::size_t texts) {
    return texts > static_cast<std::size_t>(max_batch);
}

std::string describe_duration(Seconds duration) {
    if (duration < Seconds(10)) return "a few seconds";
    if (duration < Seconds(55))
        return "about " + std::to_string((duration.count() + 5) / 10 * 10) + " seconds";
    if (duration < hour - minute / 2) return about(duration, minute, "minute", "minutes");
    if (duration < day - hour / 2) return about(duration, hour, "hour", "hours");
    return about(duration, day, "day", "days");
}

Seconds sending_time(std::int64_t segments, std::int64_t segments_per_minute) {
    const std::int64_t rate = std::max<std::int64_t>(segments_per_minute, 1);
    return Seconds((segments * minute.count() + rate - 1) / rate);
}

std::string describe_large_group(std::size_t texts, std::int64_t segments, std::int64_t segments_per_minute) {
    if (!is_large_group(texts)) return {};
    const auto batch_size = static_cast<std::size_t>(max_batch);
    return " This is a large group: carriers advise groups of under 50. The texts go out in " +
           std::to_string((texts + batch_size - 1) / batch_size) + " batches of at most " +
           std::to_string(batch_size) + " and take " +
           describe_duration(sending_time(segments, segments_per_minute)) + ".";
}

}  // namespace send_text
