#include "core/local_time.hpp"

#include <date/tz.h>

#include <array>
#include <optional>
#include <stdexcept>

#include "core/minute_text.hpp"

namespace send_text {
namespace {

struct LocalTime {
    date::local_seconds at;
    std::string zone;  ///< "CST"

    date::local_days day() const { return date::floor<date::days>(at); }
    std::chrono::minutes time_of_day() const { return date::floor<std::chrono::minutes>(at - day()); }
};

std::string name_of(const date::sys_info& info) {
    const bool has_letters = !info.abbrev.empty() && info.abbrev.front() != '+' && info.abbrev.front() != '-';
    return (has_letters ? "" : "UTC") + info.abbrev;
}

/// Nothing: the system does not know the zone.
std::optional<LocalTime> find_local_time(const std::string& zone, TimePoint at) {
    if (zone.empty()) return std::nullopt;
    const date::sys_seconds second = date::floor<Seconds>(at);
    try {
        const date::sys_info info = date::locate_zone(zone)->get_info(second);
        return LocalTime{date::local_seconds{second.time_since_epoch() + info.offset}, name_of(info)};
    } catch (const std::runtime_error&) {
        return std::nullopt;
    }
}

LocalTime utc(TimePoint at) {
    return {date::local_seconds{date::floor<Seconds>(at).time_since_epoch()}, "UTC"};
}

LocalTime local_time(const std::string& zone, TimePoint at) {
    return find_local_time(zone, at).value_or(utc(at));
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

std::string local_time_text(TimePoint at, TimePoint now, const std::string& zone) {
    const LocalTime then = local_time(zone, at);
    const LocalTime today = local_time(zone, now);
    const date::year_month_day date{then.day()};
    std::string text;
    if (then.day() != today.day()) text = text_of(date) + ", ";
    if (date.year() != date::year_month_day{today.day()}.year()) text += year_text(date) + ", ";
    return text + time_of_day_text(then.time_of_day()) + (then.zone == "UTC" ? " UTC" : "");
}

std::string permitted_time_text(const std::vector<std::string>& zones, TimePoint at, TimePoint now) {
    std::optional<LocalTime> earliest;
    for (const std::string& zone : zones) {
        const std::optional<LocalTime> there = find_local_time(zone, at);
        if (there && (!earliest || there->time_of_day() < earliest->time_of_day())) earliest = there;
    }
    if (!earliest) earliest = utc(at);
    std::string text = time_of_day_text(earliest->time_of_day()) + " " + earliest->zone;
    if (std::chrono::abs(at - now) <= std::chrono::days(1)) return text;
    constexpr std::array weekdays{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    return text + " on " + weekdays[date::weekday(earliest->day()).c_encoding()] + ", " +
           text_of(date::year_month_day{earliest->day()});
}

std::string local_date_text(TimePoint at, const std::string& zone) {
    const date::year_month_day date{local_time(zone, at).day()};
    return text_of(date) + ", " + year_text(date);
}

std::string sortable_time_text(TimePoint at, const std::string& zone) {
    return date::format("%F %T", local_time(zone, at).at);
}

std::string zone_abbreviation(TimePoint at, const std::string& zone) {
    return local_time(zone, at).zone;
}

}  // namespace send_text
