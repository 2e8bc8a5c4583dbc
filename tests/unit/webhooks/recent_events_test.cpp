#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

#include "webhooks/recent_events.hpp"

using namespace send_text;

using Ids = std::vector<std::string>;

TEST_CASE("an event is known by any of its ids, on its line") {
    RecentEvents events;
    CHECK_FALSE(events.are_known("+1", Ids{"token 1", "message 1"}));
    CHECK(events.are_known("+1", Ids{"token 1", "message 1"}));
    CHECK(events.are_known("+1", Ids{"token 2", "message 1"}));
    CHECK(events.are_known("+1", Ids{"token 2", "message 2"}));
    CHECK(events.are_known("+1", Ids{"message 2"}));
    CHECK_FALSE(events.are_known("+2", Ids{"token 1", "message 1"}));
    CHECK_FALSE(events.are_known("+1", Ids{"message 3"}));
}

TEST_CASE("what cannot be told apart is never known") {
    RecentEvents events;
    CHECK_FALSE(events.are_known("+1", {}));
    CHECK_FALSE(events.are_known("+1", {}));
}

TEST_CASE("the latest thousands are remembered, and no more") {
    RecentEvents events;
    for (int count = 0; count < 20'000; ++count)
        REQUIRE_FALSE(events.are_known("+1", Ids{std::to_string(count)}));
    CHECK(events.are_known("+1", Ids{"19999"}));
    CHECK(events.are_known("+1", Ids{"15000"}));
    CHECK_FALSE(events.are_known("+1", Ids{"1"}));
}
