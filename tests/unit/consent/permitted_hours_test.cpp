#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <chrono>

#include <date/date.h>

#include "consent/number_zones.hpp"
#include "consent/permitted_hours.hpp"
#include "core/time.hpp"

using namespace send_text;
using namespace std::chrono_literals;

namespace {

using Zones = std::vector<std::string>;

/// "2026-03-02 15:04" in UTC.
TimePoint utc(const std::string& text) {
    std::istringstream stream(text);
    TimePoint time;
    stream >> date::parse("%F %R", time);
    REQUIRE(stream);
    return time;
}

std::string utc_text(TimePoint time) {
    return date::format("%F %R", date::floor<std::chrono::minutes>(time));
}

std::string permitted_from(const Zones& zones, const std::string& now, const TextingHours& hours = {}) {
    return utc_text(permitted_from(zones, hours, utc(now)));
}

}  // namespace

TEST_CASE("within the hours of the place it is now, before and after it is their next begin") {
    const auto [now, from] = GENERATE(table<std::string, std::string>({
        {"2026-01-15 13:59", "2026-01-15 14:00"},  // 7:59 in Chicago
        {"2026-01-15 14:00", "2026-01-15 14:00"},
        {"2026-01-16 01:59", "2026-01-16 01:59"},  // 19:59
        {"2026-01-16 02:00", "2026-01-16 14:00"},  // 20:00
        {"2026-01-16 06:30", "2026-01-16 14:00"},  // after midnight
    }));
    CHECK(permitted_from({"America/Chicago"}, now) == from);
}

TEST_CASE("daylight saving moves the hours in UTC, not at the place") {
    CHECK(permitted_from({"America/Chicago"}, "2026-03-08 02:30") ==
          "2026-03-08 13:00");  // the clock goes forward
    CHECK(permitted_from({"America/Chicago"}, "2026-03-07 02:30") == "2026-03-07 14:00");
    CHECK(permitted_from({"America/Chicago"}, "2026-11-01 02:30") == "2026-11-01 14:00");  // and back
    CHECK(permitted_from({"America/Phoenix"}, "2026-07-01 14:00") == "2026-07-01 15:00");  // never
    CHECK(permitted_from({"America/St_Johns"}, "2026-01-15 11:00") == "2026-01-15 11:30");
    CHECK(permitted_from({"Pacific/Honolulu"}, "2026-01-15 12:00") == "2026-01-15 18:00");
}

TEST_CASE("a begin that the clock leaves out, or has twice, is never too early") {
    const TextingHours early{2h + 30min, 20h};
    CHECK(permitted_from({"America/Chicago"}, "2026-03-08 07:00", early) ==
          "2026-03-08 08:00");  // 2:30 is not
    const TextingHours twice{1h + 30min, 20h};
    CHECK(permitted_from({"America/Chicago"}, "2026-11-01 05:00", twice) ==
          "2026-11-01 07:30");  // the second 1:30
}

TEST_CASE("where a number may lie in several zones, the hours of all of them count") {
    const Zones boise_and_seattle{"America/Boise", "America/Los_Angeles"};
    CHECK(permitted_from(boise_and_seattle, "2026-01-15 15:30") == "2026-01-15 16:00");  // 8:30 and 7:30
    CHECK(permitted_from(boise_and_seattle, "2026-01-16 02:59") == "2026-01-16 02:59");  // 19:59 and 18:59
    CHECK(permitted_from(boise_and_seattle, "2026-01-16 03:00") == "2026-01-16 16:00");  // 20:00 and 19:00
}

TEST_CASE("hours of the whole day are always") {
    CHECK(permitted_from({"America/Chicago"}, "2026-01-16 09:00", {0h, 24h}) == "2026-01-16 09:00");
}

TEST_CASE("hours that never meet are no reason to text in the night") {
    const Zones coasts{"America/New_York", "America/Los_Angeles"};
    CHECK(permitted_from(coasts, "2026-01-16 09:00", {8h, 9h}) > "2026-01-24 09:00");
    CHECK(permitted_from(coasts, "2026-01-16 09:00", {8h, 8h + min_texting_hours}) == "2026-01-16 16:00");
}

TEST_CASE("a zone that nobody knows counts as all of the contiguous states") {
    CHECK(permitted_from({"Mars/Olympus"}, "2026-01-15 14:00") == "2026-01-15 16:00");
}

TEST_CASE("zones that are further apart than the hours are long are left out from outside") {
    const Zones russia{"Europe/Moscow", "Asia/Yekaterinburg", "Asia/Omsk",
                       "Asia/Kamchatka"};                                     // UTC+3, 5, 6, 12
    CHECK(permitted_from(russia, "2026-01-16 00:00") == "2026-01-16 05:00");  // 8:00 in Moscow, 17:00 there
    CHECK(permitted_from(russia, "2026-01-16 00:00", {8h, 13h}) == "2026-01-16 05:00");  // without it
    CHECK(permitted_from({"Asia/Kamchatka", "Europe/Moscow"}, "2026-01-16 00:00", {8h, 13h}) ==
          "2026-01-16 00:00");
}

TEST_CASE("a number's zones are those of its area code, else the branch's, else the contiguous states") {
    CHECK(zones_of(E164("+16515551204"), "") == Zones{"America/Chicago"});
    CHECK(zones_of(E164("+12085551204"), "America/New_York") ==
          Zones{"America/Boise", "America/Denver", "America/Los_Angeles"});
    CHECK(zones_of(E164("+18005551204"), "America/Chicago") == Zones{"America/Chicago"});
    CHECK(zones_of(E164("+18005551204"), "").size() == 4);
    CHECK(zones_of(E164(), "").size() == 4);
}

TEST_CASE("an area code that is not known yet may be anywhere in the contiguous states") {
    const Zones anywhere{"America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles"};
    CHECK(zones_of(E164("+12115551204"), "America/New_York") == anywhere);
}
