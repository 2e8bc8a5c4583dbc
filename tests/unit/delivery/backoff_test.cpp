#include "core/backoff.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <limits>

#include "unit/support/seeded_random.hpp"

using namespace send_text;
using namespace send_text::testing;

TEST_CASE("the wait is random, up to a limit that doubles from two seconds to ten minutes") {
    SeededRandom random(1);
    for (const auto& [attempts, ceiling_ms] :
         {std::pair{1, 2'000}, {2, 4'000}, {5, 32'000}, {9, 512'000}, {10, 600'000}, {1'000'000, 600'000}}) {
        std::int64_t shortest = std::numeric_limits<std::int64_t>::max();
        std::int64_t longest = 0;
        for (int i = 0; i < 500; ++i) {
            const std::int64_t wait_ms = backoff_ms(attempts, random);
            shortest = std::min(shortest, wait_ms);
            longest = std::max(longest, wait_ms);
        }
        INFO(attempts);
        CHECK(shortest >= 1);
        CHECK(shortest < ceiling_ms / 10);
        CHECK(longest <= ceiling_ms);
        CHECK(longest > ceiling_ms / 10 * 9);
    }
}

TEST_CASE("the wait is never shorter than what the carrier asked for, and nonsense does no harm") {
    ConstantRandom lowest(0);
    CHECK(backoff_ms(1, lowest) == 1);
    CHECK(backoff_ms(1, lowest, 120) == 120'001);
    CHECK(backoff_ms(1, lowest, -5) == 1);
    CHECK(backoff_ms(0, lowest) == 1);
    CHECK(backoff_ms(1, lowest, std::numeric_limits<std::int64_t>::max()) == 24 * 3600 * 1000 + 1);
}
