#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <chrono>
#include <set>

#include <date/tz.h>

#include "consent/number_zones.hpp"
#include "consent/permitted_hours.hpp"

using namespace send_text;

namespace {

using Zones = std::vector<std::string>;

constexpr std::int64_t hour_ms = 3'600'000;

/// All combinations of zones in which the numbers of some area code lie.
std::set<Zones> all_zones() {
    std::set<Zones> all;
    for (int area_code = 200; area_code < 1000; ++area_code) {
        const Zones zones = zones_of("+1" + std::to_string(area_code) + "5551204", "no place");
        if (zones != Zones{"no place"}) all.insert(zones);
    }
    return all;
}

std::int64_t midnight_utc(date::year_month_day day) {
    return date::sys_time<std::chrono::milliseconds>(date::sys_days(day)).time_since_epoch().count();
}

/// By the clocks on the walls of all these zones.
bool is_daytime(const Zones& zones, std::int64_t ms) {
    return std::all_of(zones.begin(), zones.end(), [ms](const std::string& name) {
        const auto local = date::locate_zone(name)->to_local(
            date::sys_time<std::chrono::milliseconds>(std::chrono::milliseconds(ms)));
        const auto hour =
            std::chrono::duration_cast<std::chrono::hours>(local - date::floor<date::days>(local)).count();
        return hour >= 8 && hour < 20;
    });
}

}  // namespace

TEST_CASE("the system knows the zones of all area codes") {
    const std::set<Zones> all = all_zones();
    CHECK(all.size() > 30);
    for (const Zones& zones : all) {
        for (const std::string& zone : zones)
            CHECK_NOTHROW(date::locate_zone(zone));
    }
}

TEST_CASE("for every area code the moment is the first that is daytime in all its zones, all year") {
    using namespace date::literals;
    for (const date::year_month_day day :
         {2026_y / 1 / 15, 2026_y / 3 / 8, 2026_y / 7 / 1, 2026_y / 11 / 1}) {
        for (const Zones& zones : all_zones()) {
            const std::int64_t begin_ms = midnight_utc(day);
            for (std::int64_t now_ms = begin_ms; now_ms < begin_ms + 24 * hour_ms; now_ms += 5 * hour_ms) {
                std::int64_t expected_ms = now_ms;
                while (!is_daytime(zones, expected_ms))
                    expected_ms += hour_ms / 2;
                INFO(zones.front() << " and " << zones.size() - 1 << " more, " << now_ms);
                CHECK(permitted_from_ms(zones, {}, now_ms) == expected_ms);
            }
        }
    }
}

TEST_CASE("the shortest hours that can be set meet for every area code, wherever in the day they lie") {
    using namespace date::literals;
    const std::int64_t now_ms = midnight_utc(2026_y / 3 / 6);
    for (const Zones& zones : all_zones()) {
        for (std::int64_t begin_minute = 0; begin_minute <= 20 * 60; begin_minute += 60) {
            INFO(zones.front() << " and " << zones.size() - 1 << " more, from minute " << begin_minute);
            const TextingHours hours{begin_minute, begin_minute + shortest_hours_minutes};
            CHECK(permitted_from_ms(zones, hours, now_ms) < now_ms + 48 * hour_ms);
        }
    }
}
