#include "consent/local_time.hpp"

#include <date/tz.h>

#include <array>
#include <chrono>
#include <cstdlib>
#include <optional>
#include <stdexcept>

#include "core/minute_text.hpp"

namespace send_text {
namespace {

using std::chrono::milliseconds;

constexpr std::int64_t day_ms = std::int64_t{24} * 3600 * 1000;

struct LocalTime {
    date::local_days day;
    std::int64_t minute = 0;  ///< of the day
    std::string zone;         ///< "CST"
};

LocalTime local_time(date::sys_time<milliseconds> at, std::chrono::seconds offset, std::string zone) {
    const date::local_time<milliseconds> local{at.time_since_epoch() + offset};
    const auto day = date::floor<date::days>(local);
    return {day, date::floor<std::chrono::minutes>(local - day).count(), std::move(zone)};
}

/// A zone without letters of its own is named by its distance, "-03".
std::string name_of(const date::sys_info& info) {
    const bool has_letters = !info.abbrev.empty() && info.abbrev.front() != '+' && info.abbrev.front() != '-';
    return (has_letters ? "" : "UTC") + info.abbrev;
}

std::optional<LocalTime> local_time(const std::string& zone_name, date::sys_time<milliseconds> at) {
    try {
        const date::sys_info info = date::locate_zone(zone_name)->get_info(at);
        return local_time(at, info.offset, name_of(info));
    } catch (const std::runtime_error&) {  // the system does not know it
        return std::nullopt;
    }
}

std::string day_text(date::local_days day) {
    constexpr std::array weekdays{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    constexpr std::array months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const date::year_month_day date{day};
    return std::string(weekdays[date::weekday(day).c_encoding()]) + ", " +
           months[static_cast<unsigned>(date.month()) - 1] + " " +
           std::to_string(static_cast<unsigned>(date.day()));
}

}  // namespace

std::string local_time_text(const std::vector<std::string>& zones, std::int64_t at_ms, std::int64_t now_ms) {
    const date::sys_time<milliseconds> at{milliseconds(at_ms)};
    std::optional<LocalTime> earliest;
    for (const std::string& zone : zones) {
        const std::optional<LocalTime> there = local_time(zone, at);
        if (there && (!earliest || there->minute < earliest->minute)) earliest = there;
    }
    if (!earliest) earliest = local_time(at, std::chrono::seconds(0), "UTC");
    std::string text = time_of_day_text(earliest->minute) + " " + earliest->zone;
    if (std::llabs(at_ms - now_ms) > day_ms) text += " on " + day_text(earliest->day);
    return text;
}

}  // namespace send_text
