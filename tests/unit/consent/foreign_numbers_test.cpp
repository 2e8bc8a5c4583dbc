#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <algorithm>
#include <string_view>

#include <date/tz.h>
#include <chrono>

#include "consent/number_zones.hpp"
#include "consent/permitted_hours.hpp"

using namespace send_text;
using namespace std::chrono_literals;

namespace {

using Zones = std::vector<std::string>;

struct ForeignZones {
    std::string_view first_digits;
    std::string_view zones;
};

constexpr ForeignZones foreign_zones[] = {
#include "consent/foreign_zones.inc"
};
constexpr TimePoint january{1'768'521'600'000ms};  // 2026-01-16 00:00 UTC
constexpr TimePoint july{1'784'160'000'000ms};     // 2026-07-16 00:00 UTC

/// When a text leaves that is sent at midnight UTC: hours after it.
std::int64_t leaves_after(const E164& number, const TextingHours& hours = {}) {
    return (permitted_from(zones_of(number, "America/Chicago"), hours, january) - january) / 1h;
}

}  // namespace

TEST_CASE("a number elsewhere has the zones of its country, whoever texts it") {
    const auto [number, zones] = GENERATE(table<std::string, Zones>({
        {"+447911123456", {"Europe/Guernsey", "Europe/Isle_of_Man", "Europe/Jersey", "Europe/London"}},
        {"+442079460000", {"Europe/London"}},
        {"+4915123456789", {"Europe/Berlin"}},
        {"+919876543210", {"Asia/Kolkata"}},
        {"+639171234567", {"Asia/Manila"}},
        {"+819012345678", {"Asia/Tokyo"}},
        {"+525512345678", {"America/Mexico_City"}},
        {"+526641234567", {"America/Tijuana"}},
        {"+5511912345678", {"America/Sao_Paulo"}},
        {"+50222345678", {"America/Guatemala"}},
        {"+390612345678", {"Europe/Rome"}},
        {"+34612345678", {"Atlantic/Canary", "Europe/Madrid"}},
    }));
    INFO(number);
    CHECK(zones_of(E164(number), "America/Chicago") == zones);
    CHECK(zones_of(E164(number), "") == zones);
}

TEST_CASE("a place that keeps another time than its neighbors has its own zone") {
    const auto [number, zones] = GENERATE(table<std::string, Zones>({
        {"+211912345678", {"Africa/Juba"}},
        {"+212612345678", {"Africa/Casablanca", "Africa/El_Aaiun"}},
        {"+213551234567", {"Africa/Algiers"}},
        {"+218912345678", {"Africa/Tripoli"}},
        {"+50581234567", {"America/Managua"}},
        {"+526141234567", {"America/Chihuahua"}},  // Chihuahua
        {"+526251234567", {"America/Chihuahua"}},  // Cuauhtémoc
        {"+526561234567", {"America/Ciudad_Juarez"}},
        {"+526621234567", {"America/Mazatlan"}},                    // Hermosillo
        {"+5581912345678", {"America/Noronha", "America/Recife"}},  // Recife
        {"+56912345678", {"America/Punta_Arenas", "America/Santiago", "Pacific/Easter"}},
        {"+74012123456", {"Europe/Kaliningrad"}},
    }));
    INFO(number);
    CHECK(zones_of(E164(number), "America/Chicago") == zones);
}

TEST_CASE("a landline is where its first digits are, a mobile may be anywhere in the country") {
    CHECK(zones_of(E164("+61293741234"), "") == Zones{"Australia/Sydney"});
    const Zones mobile = zones_of(E164("+61412345678"), "");
    CHECK(std::find(mobile.begin(), mobile.end(), "Australia/Perth") != mobile.end());
    CHECK(std::find(mobile.begin(), mobile.end(), "Australia/Sydney") != mobile.end());
    CHECK(leaves_after(E164("+61412345678")) == 1);  // 9:00 in Perth; in Sydney it is 12:00
}

TEST_CASE("what belongs to no country, or to none that is known, is texted by the branch's clock") {
    const auto number = GENERATE(as<std::string>(), "+80012345678", "+870773123456", "+881612345678",
                                 "+2101234567", "nonsense", "+");
    INFO(number);
    CHECK(zones_of(E164(number), "America/Denver") == Zones{"America/Denver"});
    CHECK(zones_of(E164(number), "").size() == 4);
}

TEST_CASE("the system knows all zones of other countries, and their hours meet once a day") {
    for (const auto& [digits, list] : foreign_zones) {
        INFO(digits << " " << list);
        const Zones zones = zones_in(list);
        REQUIRE_FALSE(zones.empty());
        for (const std::string& zone : zones)
            CHECK_NOTHROW(date::locate_zone(zone));
        for (const TimePoint now : {january, july}) {
            CHECK(permitted_from(zones, {}, now) < now + 24h);
            CHECK(permitted_from(zones, {9h, 9h + min_texting_hours}, now) < now + 24h);
        }
    }
}

TEST_CASE(
    "in a country of many zones the hours of all count, and where they never meet those in the middle") {
    CHECK(leaves_after(E164("+74951234567")) == 5);  // 8:00 in Moscow
    // Any mobile of Russia, from UTC+2 to UTC+12: 8:00 in the west is 18:00 in Kamchatka.
    CHECK(leaves_after(E164("+79161234567")) == 6);
    // Five hours of the day are never the same ones in all of these.
    const std::int64_t middle = leaves_after(E164("+79161234567"), {9h, 14h});
    CHECK(middle >= 1);  // not before 9:00 at UTC+8
    CHECK(middle <= 6);  // not after 9:00 at UTC+3
}
