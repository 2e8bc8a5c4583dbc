// Times as people at a place read them.

#include "core/local_time.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace send_text;

namespace {

constexpr std::int64_t minute_ms = 60 * 1000;
constexpr std::int64_t hour_ms = 60 * minute_ms;
constexpr std::int64_t afternoon_ms = 1'772'463'840'000;  // 2026-03-02 15:04 UTC
constexpr std::int64_t morning_ms = 1'772'546'400'000;    // 2026-03-03 14:00 UTC

std::string in_memphis(std::int64_t at_ms, std::int64_t now_ms = afternoon_ms) {
    return local_time_text(at_ms, now_ms, "America/Chicago");
}

}  // namespace

TEST_CASE("a time of today is told by the clock, another one with its day, and of another year with that") {
    CHECK(in_memphis(afternoon_ms) == "9:04 AM");
    CHECK(in_memphis(afternoon_ms + 3 * hour_ms) == "12:04 PM");
    CHECK(in_memphis(afternoon_ms - 9 * hour_ms) == "12:04 AM");
    CHECK(in_memphis(afternoon_ms - 10 * hour_ms) == "Mar 1, 11:04 PM");
    CHECK(in_memphis(afternoon_ms - 24 * 10 * hour_ms + 6 * minute_ms) == "Feb 20, 9:10 AM");
    CHECK(in_memphis(afternoon_ms - 24 * 70 * hour_ms) == "Dec 22, 2025, 9:04 AM");
}

TEST_CASE("a zone that nobody knows is UTC, which is said") {
    CHECK(local_time_text(afternoon_ms, afternoon_ms, "Mars/Olympus") == "3:04 PM UTC");
    CHECK(local_time_text(afternoon_ms, afternoon_ms, {}) == "3:04 PM UTC");
    CHECK(local_date_text(afternoon_ms, {}) == "Mar 2, 2026");
}

TEST_CASE("when it is allowed to text is told at its place") {
    CHECK(permitted_time_text({"America/Chicago"}, morning_ms, morning_ms - 10 * hour_ms) == "8:00 AM CST");
    CHECK(permitted_time_text({"America/New_York"}, morning_ms, morning_ms) == "9:00 AM EST");
    CHECK(permitted_time_text({"America/Sao_Paulo"}, morning_ms, morning_ms) == "11:00 AM UTC-03");
}

TEST_CASE("of several zones it is the one in which it is earliest") {
    CHECK(permitted_time_text({"America/New_York", "America/Chicago"}, morning_ms, morning_ms) ==
          "8:00 AM CST");
}

TEST_CASE("what is more than a day away has its day") {
    const std::string on_tuesday = "8:00 AM CST on Tue, Mar 3";
    CHECK(permitted_time_text({"America/Chicago"}, morning_ms, morning_ms - 25 * hour_ms) == on_tuesday);
    CHECK(permitted_time_text({"America/Chicago"}, morning_ms, morning_ms + 25 * hour_ms) == on_tuesday);
}

TEST_CASE("without a zone that the system knows it is allowed in UTC") {
    CHECK(permitted_time_text({}, morning_ms, morning_ms) == "2:00 PM UTC");
    CHECK(permitted_time_text({"Nowhere/Else"}, morning_ms, morning_ms) == "2:00 PM UTC");
}

TEST_CASE("the day and the second are told at their place, and what it calls its time") {
    CHECK(local_date_text(morning_ms - 9 * hour_ms, "America/Chicago") == "Mar 2, 2026");
    CHECK(sortable_time_text(morning_ms, "America/Chicago") == "2026-03-03 08:00:00");
    CHECK(sortable_time_text(morning_ms, "Nowhere/Else") == "2026-03-03 14:00:00");
    CHECK(zone_abbreviation(morning_ms, "America/Chicago") == "CST");
    CHECK(zone_abbreviation(morning_ms, {}) == "UTC");
}
