#include "consent/permitted_hours.hpp"

#include <date/tz.h>

#include <algorithm>
#include <chrono>
#include <optional>
#include <stdexcept>

#include "consent/number_zones.hpp"

namespace send_text {
namespace {

using std::chrono::minutes;
using Zones = std::vector<const date::time_zone*>;

constexpr auto max_search = std::chrono::hours(8 * 24);

/// When it is next within the hours at a place; nothing: it is.
std::optional<TimePoint> next_begin(const date::time_zone& zone, const TextingHours& hours, TimePoint at) {
    const auto local = zone.to_local(at);
    const auto day = date::floor<date::days>(local);
    const auto time_of_day = date::floor<minutes>(local - day);
    if (time_of_day >= hours.begin && time_of_day < hours.end) return std::nullopt;
    const auto begin_day = time_of_day < hours.begin ? day : day + date::days(1);
    // A begin that the clock leaves out or has twice is taken at its latest: never too early.
    const TimePoint begin = zone.to_sys(begin_day + hours.begin, date::choose::latest);
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

Zones located(const std::vector<std::string>& names) {
    Zones zones;
    for (const std::string& name : names) {
        if (const date::time_zone* const zone = find_zone(name)) {
            zones.push_back(zone);
            continue;
        }
        for (const std::string& state_zone : zones_of({}, {})) {
            zones.push_back(find_zone(state_zone));
            if (zones.back() == nullptr) {
                throw std::runtime_error(
                    "The time zones on this computer cannot be read, so texting hours cannot be checked. "
                    "Install the time zone data (tzdata).");
            }
        }
    }
    return zones;
}

/// From when on it is within the hours in all zones; nothing: in the next days never.
std::optional<TimePoint> next_meeting(const Zones& zones, const TextingHours& hours, TimePoint now) {
    TimePoint at = now;
    for (bool is_permitted = false; !is_permitted;) {
        is_permitted = true;
        for (const date::time_zone* const zone : zones) {
            const std::optional<TimePoint> begin = next_begin(*zone, hours, at);
            if (!begin) continue;
            at = *begin;
            is_permitted = false;
        }
        if (at > now + max_search) return std::nullopt;
    }
    return at;
}

/// Leaves out the zone whose clock is the furthest from that in the middle.
void leave_out_outermost(Zones& zones, TimePoint now) {
    const auto offset = [now](const date::time_zone* zone) { return zone->get_info(now).offset; };
    std::sort(zones.begin(), zones.end(), [&](const date::time_zone* left, const date::time_zone* right) {
        return offset(left) < offset(right);
    });
    const auto middle = offset(zones[zones.size() / 2]);
    const bool is_first = middle - offset(zones.front()) > offset(zones.back()) - middle;
    zones.erase(is_first ? zones.begin() : zones.end() - 1);
}

}  // namespace

TimePoint permitted_from(const std::vector<std::string>& zone_names, const TextingHours& hours,
                         TimePoint now) {
    if (hours.begin <= minutes(0) && hours.end >= std::chrono::hours(24)) return now;
    Zones zones = located(zone_names);
    std::optional<TimePoint> from = next_meeting(zones, hours, now);
    const bool can_meet = hours.end - hours.begin >= min_texting_hours;
    for (; !from && can_meet && zones.size() > 1; from = next_meeting(zones, hours, now))
        leave_out_outermost(zones, now);
    return from.value_or(now + max_search + minutes(1));
}

}  // namespace send_text
