#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <chrono>

#include "core/time.hpp"
#include "delivery/segment_budget.hpp"

using namespace send_text;
using namespace std::chrono_literals;

namespace {

constexpr MonotonicTime start{5'000s};

/// When so many texts of one segment have left, from a time on and as early as the pace lets them.
MonotonicTime last_of(SegmentBudget& pace, int texts, MonotonicTime now) {
    for (int text = 0; text < texts; ++text) {
        now = std::max(now, pace.available_from());
        pace.spend(1, now);
    }
    return now;
}

}  // namespace

TEST_CASE("ten seconds' worth leaves at once, the rest at the pace") {
    SegmentBudget pace;
    pace.set_rate(60);
    CHECK(last_of(pace, 10, start) == start);
    CHECK(last_of(pace, 39, start) == start + 39s);
}

TEST_CASE("a slow line sends one text, then waits for what it cost") {
    SegmentBudget pace;
    pace.set_rate(1);
    CHECK(last_of(pace, 1, start) == start);
    CHECK(last_of(pace, 1, start) == start + 1min);
}

TEST_CASE("a long text leaves although it is more than the burst, and the next waits the longer") {
    SegmentBudget pace;
    pace.set_rate(60);
    CHECK(pace.available_from() <= start);
    pace.spend(15, start);
    CHECK(pace.available_from() == start + 6s);
}

TEST_CASE("what was not used is not saved up for more than the burst") {
    SegmentBudget pace;
    pace.set_rate(60);
    last_of(pace, 10, start);
    CHECK(last_of(pace, 11, start + 1h) == start + 3601s);
}

TEST_CASE("a faster pace does not forget what was spent, and begins at once") {
    SegmentBudget pace;
    pace.set_rate(60);
    last_of(pace, 10, start);
    pace.set_rate(600);
    CHECK(pace.available_from() == start + 100ms);
}

TEST_CASE("a faster pace shortens the wait for what is owed") {
    SegmentBudget pace;
    pace.set_rate(1);
    pace.spend(7, start);
    CHECK(pace.available_from() == start + 7min);
    pace.set_rate(600);
    CHECK(pace.available_from() == start + 700ms);
}

TEST_CASE("a slower pace holds from the next text on") {
    SegmentBudget pace;
    pace.set_rate(600);
    last_of(pace, 100, start);
    pace.set_rate(1);
    CHECK(pace.available_from() == start + 1min);
}

TEST_CASE("a pace that is no whole number of milliseconds is kept to the segment") {
    const std::int64_t rate = GENERATE(12, 75, 3'600, 4'500, 5'999);
    SegmentBudget pace;
    pace.set_rate(rate);
    const int burst = static_cast<int>(rate / 6);
    last_of(pace, burst, start);
    const MonotonicTime ten_minutes_later = last_of(pace, static_cast<int>(10 * rate), start);
    CHECK(ten_minutes_later >= start + 10min - 1s);
    CHECK(ten_minutes_later <= start + 10min);
}

TEST_CASE("nothing leaves a part of a millisecond too early") {
    SegmentBudget pace;
    pace.set_rate(4'500);
    last_of(pace, 750, start);
    CHECK(pace.available_from() == start + 14ms);  // 13.3
}
