#include "core/backoff.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "core/time.hpp"
#include "unit/support/seeded_random.hpp"

using namespace send_text;
using namespace send_text::testing;
using namespace std::chrono_literals;

TEST_CASE("the wait is random, up to a limit that doubles from two seconds to ten minutes") {
    SeededRandom random(1);
    for (const auto& [attempts, ceiling] :
         {std::pair{1, 2s}, {2, 4s}, {5, 32s}, {9, 512s}, {10, 600s}, {1'000'000, 600s}}) {
        Milliseconds shortest = Milliseconds::max();
        Milliseconds longest{};
        for (int i = 0; i < 500; ++i) {
            const Milliseconds wait = backoff(attempts, random);
            shortest = std::min(shortest, wait);
            longest = std::max(longest, wait);
        }
        INFO(attempts);
        CHECK(shortest >= 1ms);
        CHECK(shortest < Milliseconds(ceiling) / 10);
        CHECK(longest <= ceiling);
        CHECK(longest > Milliseconds(ceiling) / 10 * 9);
    }
}

TEST_CASE("the wait is never shorter than what the carrier asked for, and nonsense does no harm") {
    ConstantRandom lowest(0);
    CHECK(backoff(1, lowest) == 1ms);
    CHECK(backoff(1, lowest, 120s) == 120'001ms);
    CHECK(backoff(1, lowest, -5s) == 1ms);
    CHECK(backoff(0, lowest) == 1ms);
    CHECK(backoff(1, lowest, Seconds::max()) == 24h + 1ms);
}
