#include "core/local_time.hpp"

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
using std::chrono::seconds;

constexpr std::int64_t day_ms = std::int64_t{24} * 3600 * 1000;

struct LocalTime {
    date::local_seconds at;
    std::string zone;  ///< "CST"

    date::local_days day() const { return date::floor<date::days>(at); }
    std::int64_t minute_of_day() const { return date::floor<std::chrono::minutes>(at - day()).count(); }
};

std::string name_of(const date::sys_info& info) {
    const bool has_letters = !info.abbrev.empty() && info.abbrev.front() != '+' && info.abbrev.front() != '-';
    return (has_letters ? "" : "UTC") + info.abbrev;
}

/// Nothing: the system does not know the zone.
std::optional<LocalTime> find_local_time(const std::string& zone, std::int64_t at_ms) {
    if (zone.empty()) return std::nullopt;
    const auto at = date::floor<seconds>(date::sys_time<milliseconds>{milliseconds(at_ms)});
    try {
        const date::sys_info info = date::locate_zone(zone)->get_info(at);
        return LocalTime{date::local_seconds{at.time_since_epoch() + info.offset}, name_of(info)};
    } catch (const std::runtime_error&) {
        return std::nullopt;
    }
}

LocalTime utc(std::int64_t at_ms) {
    return {date::floor<seconds>(date::local_time<milliseconds>{milliseconds(at_ms)}), "UTC"};
}

LocalTime local_time(const std::string& zone, std::int64_t at_ms) {
    return find_local_time(zone, at_ms).value_or(utc(at_ms));
}

/// "Mar 2"
std::string text_of(const date::year_month_day& date) {
    constexpr std::array months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    return std::string(months[static_cast<unsigned>(date.month()) - 1]) + " " +
           std::to_string(static_cast<unsigned>(date.day()));
}

std::string year_text(const date::year_month_day& date) {
    return std::to_string(static_cast<int>(date.year()));
}

}  // namespace

std::string local_time_text(std::int64_t at_ms, std::int64_t now_ms, const std::string& zone) {
    const LocalTime then = local_time(zone, at_ms);
    const LocalTime now = local_time(zone, now_ms);
    const date::year_month_day date{then.day()};
    std::string text;
    if (then.day() != now.day()) text = text_of(date) + ", ";
    if (date.year() != date::year_month_day{now.day()}.year()) text += year_text(date) + ", ";
    return text + time_of_day_text(then.minute_of_day()) + (then.zone == "UTC" ? " UTC" : "");
}

std::string permitted_time_text(const std::vector<std::string>& zones, std::int64_t at_ms,
                                std::int64_t now_ms) {
    std::optional<LocalTime> earliest;
    for (const std::string& zone : zones) {
        const std::optional<LocalTime> there = find_local_time(zone, at_ms);
        if (there && (!earliest || there->minute_of_day() < earliest->minute_of_day())) earliest = there;
    }
    if (!earliest) earliest = utc(at_ms);
    std::string text = time_of_day_text(earliest->minute_of_day()) + " " + earliest->zone;
    if (std::llabs(at_ms - now_ms) <= day_ms) return text;
    constexpr std::array weekdays{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    return text + " on " + weekdays[date::weekday(earliest->day()).c_encoding()] + ", " +
           text_of(date::year_month_day{earliest->day()});
}

std::string local_date_text(std::int64_t at_ms, const std::string& zone) {
    const date::year_month_day date{local_time(zone, at_ms).day()};
    return text_of(date) + ", " + year_text(date);
}

std::string sortable_time_text(std::int64_t at_ms, const std::string& zone) {
    return date::format("%F %T", local_time(zone, at_ms).at);
}

std::string zone_abbreviation(std::int64_t at_ms, const std::string& zone) {
    return local_time(zone, at_ms).zone;
}

}  // namespace send_text
