// Texts that an earlier run queued: the store may be a copy from before they left.

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "unit/delivery/delivery_fixture.hpp"

using namespace send_text;
using namespace send_text::testing;

namespace {

const std::string body = "Can you work on Monday?";

}  // namespace

TEST_CASE("what an earlier run queued is looked for before it leaves, all by one look") {
    DeliveryFixture office;
    SimulatedCarrier& carrier = office.lines.add(line);
    const auto request = office.send(numbers(40));
    for (int i = 0; i < 15; ++i)
        carrier.take(numbers(40)[static_cast<std::size_t>(i * 2)], body);  // after the copy was made
    office.clock.advance(1h);
    office.start();
    office.run_to_end();
    CHECK(office.outbox().progress(request).accepted == 40);
    CHECK(carrier.list_requests == 1);
    CHECK(carrier.send_requests == 25);
    for (const E164& to : numbers(40))
        CHECK(carrier.received[to] == 1);
}

TEST_CASE("a text is looked for back to when it was made, however long ago that is") {
    DeliveryFixture office;
    SimulatedCarrier& carrier = office.lines.add(line);
    const auto request = office.send({number});
    carrier.take(number, body);
    office.clock.advance(72h);
    for (int i = 0; i < 1'000; ++i)
        carrier.receive(E164("+16515551299"), "Hi");
    office.start();
    office.run_to_end();
    CHECK(office.only_text(request).state == TextState::accepted);
    CHECK(office.only_text(request).sending_since == start_time);
    CHECK(carrier.send_requests == 0);
}

TEST_CASE("a message that may be an earlier run's text is a person's to decide") {
    DeliveryFixture office;
    SimulatedCarrier& carrier = office.lines.add(line);
    const auto request = office.send({number});
    carrier.take(number, GENERATE(body + " -- Award Staffing", body));
    if (carrier.messages.back().body == body) carrier.take(number, body);  // one too many
    office.start();
    office.run_to_end();
    CHECK(office.only_text(request).state == TextState::held);
    CHECK(office.only_text(request).hold_reason == HoldReason::person);
    CHECK(office.only_text(request).reason.find("when Send Text ended") != std::string::npos);
    CHECK(carrier.send_requests == 0);
}

TEST_CASE("two equal texts of two requests are matched one to one after a start") {
    DeliveryFixture office;
    SimulatedCarrier& carrier = office.lines.add(line);
    const auto first = office.send({number});
    office.clock.advance(1min);
    const auto second = office.send({number});
    carrier.take(number, body);
    office.start();
    office.run_to_end();
    CHECK(office.only_text(first).state == TextState::accepted);
    CHECK(office.only_text(second).state == TextState::accepted);
    CHECK(carrier.send_requests == 1);
    CHECK(carrier.received[number] == 2);
}

TEST_CASE("what was filed before the start is not an earlier run's text") {
    DeliveryFixture office;
    SimulatedCarrier& carrier = office.lines.add(line);
    const auto request = office.send({number});
    office.clock.advance(1min);
    const auto id = carrier.take(number, "Written elsewhere");
    office.conversations().add({line, number, id, false, "Written elsewhere", office.clock.now()},
                               {{RecordKind::employee, 5814}}, office.clock.now(), 1h);
    office.start();
    office.run_to_end();
    CHECK(office.only_text(request).state == TextState::accepted);
    CHECK(carrier.received[number] == 2);
}

TEST_CASE("what cannot be looked for does not leave, and neither what waits for its hours") {
    DeliveryFixture office;
    SimulatedCarrier& carrier = office.lines.add(line);
    office.permitted_from = start_time + 12h;
    const auto held = office.send({number});
    office.step();
    REQUIRE(office.only_text(held).state == TextState::held);
    carrier.take(number, body);
    const auto request = office.send(numbers(3));
    bool is_down = true;
    carrier.list_fails = [&] { return is_down; };
    office.permitted_from = no_time;
    office.start();
    CHECK(office.outbox().may_be_ours(line, number));
    for (int i = 0; i < 60; ++i) {
        office.step();
        office.clock.advance(15min);
    }
    CHECK(carrier.send_requests == 0);
    is_down = false;
    office.run_to_end();
    CHECK(office.outbox().progress(request).accepted == 3);
    CHECK(office.only_text(held).state == TextState::accepted);
    CHECK(carrier.received[number] == 1);
}

TEST_CASE("in a store that is older than what was sent all that waits is in doubt") {
    DeliveryFixture office;
    SimulatedCarrier& carrier = office.lines.add(line);
    const auto request = office.send(numbers(4));
    carrier.take(numbers(4)[0], body);
    carrier.take(numbers(4)[1], body + " -- Award Staffing");
    carrier.list_lag = 5min;
    office.start();
    CHECK(office.outbox().store_is_older(4, office.clock.now()) == 4);
    office.step();
    office.send({number});  // what leaves now shows later that the list is current
    office.run_to_end();
    const auto texts = office.outbox().texts_of(request);
    CHECK(texts[0].state == TextState::accepted);
    CHECK(texts[1].state == TextState::held);
    CHECK(texts[2].state == TextState::accepted);
    CHECK(texts[3].state == TextState::accepted);
    CHECK(carrier.send_requests == 3);
    for (const E164& to : numbers(4))
        CHECK(carrier.received[to] == 1);
}
