// A host whose waits end for no reason must not keep a core busy.

#include <catch2/catch_test_macros.hpp>

#include "core/clock.hpp"
#include "core/time.hpp"
#include "entry/idle_returns.hpp"
#include "unit/support/times.hpp"

using namespace send_text;
using namespace std::chrono_literals;
using send_text::testing::at;

namespace {

constexpr TimePoint end_of_time = TimePoint::max();
constexpr TimePoint last_date{253'402'300'799'999ms};

/// After how many of such returns in a row a thread pauses; 0: never, as far as was tried.
template <class Return>
int returns_until_pause(Return ends) {
    for (int count = 1; count < 10'000; ++count)
        if (ends(count)) return count;
    return 0;
}

}  // namespace

TEST_CASE("waits that end at once, and waits at the end of time, are paused after a while") {
    IdleReturns at_once;
    const int first = returns_until_pause([&](int count) {
        return at_once.is_too_often(true, false, at(1s) + Milliseconds(count), no_deadline);
    });
    CHECK(first > 1);
    CHECK(at_once.is_too_often(true, false, at(99'999ms), no_deadline));  // as long as it goes on

    IdleReturns stands_still;
    CHECK(returns_until_pause(
              [&](int) { return stands_still.is_too_often(true, false, end_of_time, last_date); }) > 1);
}

TEST_CASE("a wait that is refused is paused for at once") {
    IdleReturns refused;
    CHECK(refused.is_too_often(false, false, at(1s), at(2s)));
}

TEST_CASE("wakes and deadlines that come are waits well spent") {
    IdleReturns busy;
    CHECK(returns_until_pause([&](int count) {
              return busy.is_too_often(true, false, at(Milliseconds(count)), at(Milliseconds(count)));
          }) == 0);
    CHECK(returns_until_pause([&](int) { return busy.is_too_often(true, true, at(5ms), no_deadline); }) == 0);
    for (int round = 0; round < 10'000; ++round) {
        CHECK_FALSE(busy.is_too_often(true, false, at(5ms), no_deadline));  // a wake that was seen before
        CHECK_FALSE(busy.is_too_often(true, true, at(5ms), no_deadline));
    }
}
