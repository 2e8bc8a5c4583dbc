// Times as people at a place read them.

#include "core/local_time.hpp"
#include "core/time.hpp"

#include <catch2/catch_test_macros.hpp>
#include <chrono>

using namespace send_text;
using namespace std::chrono_literals;

namespace {
constexpr TimePoint afternoon{1'772'463'840'000ms};  // 2026-03-02 15:04 UTC
constexpr TimePoint morning{1'772'546'400'000ms};    // 2026-03-03 14:00 UTC

std::string in_memphis(TimePoint at, TimePoint now = afternoon) {
    return local_time_text(at, now, "America/Chicago");
}

}  // namespace

TEST_CASE("a time of today is told by the clock, another one with its day, and of another year with that") {
    CHECK(in_memphis(afternoon) == "9:04 AM");
    CHECK(in_memphis(afternoon + 3h) == "12:04 PM");
    CHECK(in_memphis(afternoon - 9h) == "12:04 AM");
    CHECK(in_memphis(afternoon - 10h) == "Mar 1, 11:04 PM");
    CHECK(in_memphis(afternoon - 240h + 6min) == "Feb 20, 9:10 AM");
    CHECK(in_memphis(afternoon - 1680h) == "Dec 22, 2025, 9:04 AM");
}

TEST_CASE("a zone that nobody knows is UTC, which is said") {
    CHECK(local_time_text(afternoon, afternoon, "Mars/Olympus") == "3:04 PM UTC");
    CHECK(local_time_text(afternoon, afternoon, {}) == "3:04 PM UTC");
    CHECK(local_date_text(afternoon, {}) == "Mar 2, 2026");
}

TEST_CASE("when it is allowed to text is told at its place") {
    CHECK(permitted_time_text({"America/Chicago"}, morning, morning - 10h) == "8:00 AM CST");
    CHECK(permitted_time_text({"America/New_York"}, morning, morning) == "9:00 AM EST");
    CHECK(permitted_time_text({"America/Sao_Paulo"}, morning, morning) == "11:00 AM UTC-03");
}

TEST_CASE("of several zones it is the one in which it is earliest") {
    CHECK(permitted_time_text({"America/New_York", "America/Chicago"}, morning, morning) == "8:00 AM CST");
}

TEST_CASE("what is more than a day away has its day") {
    const std::string on_tuesday = "8:00 AM CST on Tue, Mar 3";
    CHECK(permitted_time_text({"America/Chicago"}, morning, morning - 25h) == on_tuesday);
    CHECK(permitted_time_text({"America/Chicago"}, morning, morning + 25h) == on_tuesday);
}

TEST_CASE("without a zone that the system knows it is allowed in UTC") {
    CHECK(permitted_time_text({}, morning, morning) == "2:00 PM UTC");
    CHECK(permitted_time_text({"Nowhere/Else"}, morning, morning) == "2:00 PM UTC");
}

TEST_CASE("the day and the second are told at their place, and what it calls its time") {
    CHECK(local_date_text(morning - 9h, "America/Chicago") == "Mar 2, 2026");
    CHECK(sortable_time_text(morning, "America/Chicago") == "2026-03-03 08:00:00");
    CHECK(sortable_time_text(morning, "Nowhere/Else") == "2026-03-03 14:00:00");
    CHECK(zone_abbreviation(morning, "America/Chicago") == "CST");
    CHECK(zone_abbreviation(morning, {}) == "UTC");
}
