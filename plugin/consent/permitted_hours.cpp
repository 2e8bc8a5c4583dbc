#include "consent/permitted_hours.hpp"

#include <date/tz.h>

#include <chrono>
#include <optional>
#include <stdexcept>

#include "consent/number_zones.hpp"

namespace send_text {
namespace {

using std::chrono::milliseconds;
using std::chrono::minutes;
using Moment = date::sys_time<milliseconds>;

constexpr auto longest_search = std::chrono::hours(8 * 24);

/// When it is next within the hours at a place; nothing: it is.
std::optional<Moment> next_begin(const date::time_zone& zone, const TextingHours& hours, Moment at) {
    const auto local = zone.to_local(at);
    const auto day = date::floor<date::days>(local);
    const auto minute = date::floor<minutes>(local - day).count();
    if (minute >= hours.begin_minute && minute < hours.end_minute) return std::nullopt;
    const auto begin_day = minute < hours.begin_minute ? day : day + date::days(1);
    // A begin that the clock leaves out or has twice is taken at its latest: never too early.
    const Moment begin = zone.to_sys(begin_day + minutes(hours.begin_minute), date::choose::latest);
    return begin > at ? begin : at + minutes(1);
}

/// Nothing: the system has no zone of this name.
const date::time_zone* find_zone(const std::string& name) {
    try {
        return date::locate_zone(name);
    } catch (const std::runtime_error&) {
        return nullptr;
    }
}

std::vector<const date::time_zone*> located(const std::vector<std::string>& names) {
    std::vector<const date::time_zone*> zones;
    for (const std::string& name : names) {
        if (const date::time_zone* const zone = find_zone(name)) {
            zones.push_back(zone);
            continue;
        }
        for (const std::string& state_zone : zones_of({}, {})) {
            zones.push_back(find_zone(state_zone));
            if (zones.back() == nullptr) {
                throw std::runtime_error(
                    "The time zones of this system cannot be read, so nobody knows whether texts may leave. "
                    "Please install its time zone data (tzdata).");
            }
        }
    }
    return zones;
}

}  // namespace

std::int64_t permitted_from_ms(const std::vector<std::string>& zone_names, const TextingHours& hours,
                               std::int64_t now_ms) {
    if (hours.begin_minute <= 0 && hours.end_minute >= 24 * 60) return now_ms;
    const std::vector<const date::time_zone*> zones = located(zone_names);
    const Moment now{milliseconds(now_ms)};
    Moment at = now;
    for (bool is_permitted = false; !is_permitted;) {
        is_permitted = true;
        for (const date::time_zone* const zone : zones) {
            const std::optional<Moment> begin = next_begin(*zone, hours, at);
            if (!begin) continue;
            at = *begin;
            is_permitted = false;
        }
        if (at > now + longest_search) break;
    }
    return at.time_since_epoch().count();
}

}  // namespace send_text
