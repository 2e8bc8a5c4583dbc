#include <catch2/catch_test_macros.hpp>

#include "delivery/segment_budget.hpp"

using namespace send_text;

namespace {

constexpr std::int64_t start = 1'000'000;

/// When so many texts of one segment have left, from a time on and as early as the pace lets them.
std::int64_t last_of(SegmentBudget& pace, int texts, std::int64_t now_ms) {
    for (int text = 0; text < texts; ++text) {
        now_ms = std::max(now_ms, pace.available_from_ms(now_ms));
        pace.spend(1, now_ms);
    }
    return now_ms;
}

}  // namespace

TEST_CASE("ten seconds' worth leaves at once, the rest at the pace") {
    SegmentBudget pace;
    pace.set_rate(60);
    CHECK(last_of(pace, 10, start) == start);
    CHECK(last_of(pace, 39, start) == start + 39'000);
}

TEST_CASE("a slow line sends one text, then waits for what it cost") {
    SegmentBudget pace;
    pace.set_rate(1);
    CHECK(last_of(pace, 1, start) == start);
    CHECK(last_of(pace, 1, start) == start + 60'000);
}

TEST_CASE("a long text leaves although it is more than the burst, and the next waits the longer") {
    SegmentBudget pace;
    pace.set_rate(60);
    CHECK(pace.available_from_ms(start) <= start);
    pace.spend(15, start);
    CHECK(pace.available_from_ms(start) == start + 6'000);
}

TEST_CASE("what was not used is not saved up for more than the burst") {
    SegmentBudget pace;
    pace.set_rate(60);
    last_of(pace, 10, start);
    CHECK(last_of(pace, 11, start + 3'600'000) == start + 3'601'000);
}

TEST_CASE("a faster pace does not forget what was spent, and begins at once") {
    SegmentBudget pace;
    pace.set_rate(60);
    last_of(pace, 10, start);
    pace.set_rate(600);
    CHECK(pace.available_from_ms(start) == start + 100);
}

TEST_CASE("a clock that is set back stops nobody for long") {
    SegmentBudget pace;
    pace.set_rate(60);
    last_of(pace, 30, start);
    CHECK(pace.available_from_ms(0) <= 11'000);
    pace.spend(1, 0);
    CHECK(pace.available_from_ms(0) <= 11'000);
}
