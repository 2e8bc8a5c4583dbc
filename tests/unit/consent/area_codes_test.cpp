#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <set>
#include <sstream>

#include <date/tz.h>

#include "consent/number_zones.hpp"
#include "consent/permitted_hours.hpp"
#include "core/time.hpp"
#include "recipients/number_judge.hpp"

using namespace send_text;
using namespace std::chrono_literals;

namespace {

using Zones = std::vector<std::string>;

/// No area code: 211 is a service's number everywhere.
constexpr const char* unknown = "211";

E164 of_area_code(const std::string& code) {
    return E164("+1" + code + "2345678");
}

/// All combinations of zones in which the numbers of some area code lie.
std::set<Zones> all_zones() {
    std::set<Zones> all;
    for (int area_code = 200; area_code < 1000; ++area_code) {
        const Zones zones = zones_of(of_area_code(std::to_string(area_code)), "no place");
        if (zones != Zones{"no place"}) all.insert(zones);
    }
    return all;
}

TimePoint midnight_utc(date::year_month_day day) {
    return date::sys_days(day);
}

/// By the clocks on the walls of all these zones.
bool is_daytime(const Zones& zones, TimePoint time) {
    return std::all_of(zones.begin(), zones.end(), [time](const std::string& name) {
        const auto local = date::locate_zone(name)->to_local(time);
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

TEST_CASE("area codes that serve the same area have the same zones") {
    std::ifstream overlays(OVERLAYS);
    std::size_t groups = 0;
    for (std::string line; std::getline(overlays, line);) {
        if (line.starts_with('#')) continue;
        std::istringstream codes(line);
        std::string first;
        codes >> first;
        INFO(line);
        for (std::string code; codes >> code;)
            CHECK(zones_of(of_area_code(code), "no place") == zones_of(of_area_code(first), "no place"));
        CHECK(zones_of(of_area_code(first), "no place") != zones_of(of_area_code(unknown), "no place"));
        ++groups;
    }
    CHECK(groups > 100);
}

TEST_CASE("the zones of area codes of which the data knew less, or wrong") {
    const Zones new_york{"America/New_York"};
    const Zones both{"America/Chicago", "America/New_York"};
    const Zones pacific_and_mountain{"America/Denver", "America/Los_Angeles"};
    const auto [code, zones] = GENERATE_COPY(
        table<std::string, Zones>({{"689", new_york},
                                   {"448", both},
                                   {"364", both},
                                   {"930", both},
                                   {"458", pacific_and_mountain},
                                   {"581", {"America/Halifax", "America/Toronto"}},
                                   {"367", {"America/Halifax", "America/Toronto"}},
                                   {"986", {"America/Boise", "America/Denver", "America/Los_Angeles"}},
                                   {"257", {"America/Edmonton", "America/Vancouver"}},
                                   {"879", {"America/Halifax", "America/Puerto_Rico", "America/St_Johns"}},
                                   {"474", {"America/Regina"}},
                                   {"273", {"America/Halifax", "America/Toronto"}},
                                   {"729", both},
                                   {"471", {"America/Chicago"}},
                                   {"837", {"America/Los_Angeles"}},
                                   {"436", new_york},
                                   {"624", new_york},
                                   {"679", new_york},
                                   {"621", {"America/Chicago"}},
                                   {"242", {"America/Nassau"}},
                                   {"264", {"America/Anguilla"}},
                                   {"268", {"America/Antigua"}},
                                   {"284", {"America/Tortola"}},
                                   {"340", {"America/St_Thomas"}},
                                   {"345", {"America/Cayman"}},
                                   {"473", {"America/Grenada"}},
                                   {"649", {"America/Grand_Turk"}},
                                   {"664", {"America/Montserrat"}},
                                   {"684", {"Pacific/Pago_Pago"}},
                                   {"721", {"America/Lower_Princes"}},
                                   {"767", {"America/Dominica"}},
                                   {"784", {"America/St_Vincent"}},
                                   {"869", {"America/St_Kitts"}}}));
    INFO(code);
    CHECK(zones_of(of_area_code(code), "no place") == zones);
}

TEST_CASE("every area code of which a number can be texted has zones") {
    const NumberJudge judge("US");
    std::size_t codes = 0;
    for (int code = 200; code < 1000; ++code) {
        const E164 number = of_area_code(std::to_string(code));
        const bool has_place = code != 600;  // Canada's, of services
        if (!has_place || !can_text(judge.judge(number.str()).verdict)) continue;
        INFO(number.str());
        CHECK(zones_of(number, "no place") != Zones{"no place"});
        CHECK(zones_of(number, "no place") != zones_of(of_area_code(unknown), "no place"));
        ++codes;
    }
    CHECK(codes > 400);
}

TEST_CASE("for every area code the moment is the first that is daytime in all its zones, all year") {
    using namespace date::literals;
    for (const date::year_month_day day :
         {2026_y / 1 / 15, 2026_y / 3 / 8, 2026_y / 7 / 1, 2026_y / 11 / 1}) {
        for (const Zones& zones : all_zones()) {
            const TimePoint begin = midnight_utc(day);
            for (TimePoint now = begin; now < begin + 24h; now += 5h) {
                TimePoint expected = now;
                while (!is_daytime(zones, expected))
                    expected += 30min;
                INFO(zones.front() << " and " << zones.size() - 1 << " more, " << date::format("%F %R", now));
                CHECK(permitted_from(zones, {}, now) == expected);
            }
        }
    }
}

TEST_CASE("the shortest hours that can be set meet for every area code, wherever in the day they lie") {
    using namespace date::literals;
    const TimePoint now = midnight_utc(2026_y / 3 / 6);
    for (const Zones& zones : all_zones()) {
        for (std::chrono::minutes begin{}; begin <= 20h; begin += 1h) {
            INFO(zones.front() << " and " << zones.size() - 1 << " more, from minute " << begin.count());
            const TextingHours hours{begin, begin + min_texting_hours};
            CHECK(permitted_from(zones, hours, now) < now + 48h);
        }
    }
}
