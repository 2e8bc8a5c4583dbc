// A line that got another carrier or another account while a text was in doubt.

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include "unit/delivery/delivery_fixture.hpp"

using namespace send_text;
using namespace send_text::testing;
using Catch::Matchers::ContainsSubstring;

namespace {

const LineAccount zipwhip{{"zipwhip", "6515550100"}, start_time - 1h};
const LineAccount twilio{{"twilio", "AC1"}, start_time + 1min};

}  // namespace

TEST_CASE("a text in doubt is not looked for in another account's list, and not sent again") {
    DeliveryFixture office;
    SimulatedCarrier& carrier = office.lines.add(line);
    office.lines.accounts[line] = zipwhip;
    fail_once(carrier, Fault::crash_after);
    const auto request = office.send({number});
    CHECK_THROWS_AS(office.step(), Crash);
    carrier.messages.clear();  // the new carrier has none of them
    office.lines.accounts[line] = GENERATE(twilio, LineAccount{{"zipwhip", "6515550199"}, start_time - 1h});
    office.clock.advance(1h);
    office.start();
    const auto later = office.send({number});
    office.run_to_end();
    const Text text = office.only_text(request);
    CHECK(text.state == TextState::held);
    CHECK(text.hold_reason == HoldReason::person);
    CHECK_THAT(text.reason, ContainsSubstring("Zipwhip (account 6515550100)"));
    CHECK_THAT(text.reason, ContainsSubstring(office.lines.accounts[line].id.name));
    CHECK_FALSE(office.log.mentions("6515550100"));
    CHECK(office.only_text(later).state == TextState::accepted);
    CHECK(carrier.send_requests == 2);
}

TEST_CASE("nor when it was put back, and its line changed before it left again") {
    DeliveryFixture office;
    SimulatedCarrier& carrier = office.lines.add(line);
    office.lines.accounts[line] = zipwhip;
    fail_once(carrier, Fault::cut_before);
    const auto request = office.send({number, E164("+16515551205")});
    while (office.only_text(request).look != Look::before_leaving) {
        office.permitted_from = carrier.send_requests >= 2 ? start_time + 24h : no_time;
        office.clock.advance_to(office.step());
    }
    office.lines.accounts[line] = twilio;
    office.permitted_from = no_time;
    office.clock.advance(25h);
    office.run_to_end();
    CHECK(office.only_text(request).state == TextState::held);
    CHECK(office.only_text(request).hold_reason == HoldReason::person);
    CHECK(carrier.send_requests == 2);
}

TEST_CASE("a text that no account was noted with is the line's, if its account is older") {
    DeliveryFixture office;
    SimulatedCarrier& carrier = office.lines.add(line);
    fail_once(carrier, Fault::crash_after);
    const auto request = office.send({number});
    CHECK_THROWS_AS(office.step(), Crash);
    const bool is_older = GENERATE(true, false);
    office.lines.accounts[line] = is_older ? zipwhip : twilio;
    office.clock.advance(1h);
    office.start();
    office.run_to_end();
    CHECK(office.only_text(request).state == (is_older ? TextState::accepted : TextState::held));
    CHECK(carrier.send_requests == 1);
}
