// When a text that the carrier does not list is surely not there, and may be sent again.

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "core/time.hpp"
#include "unit/delivery/delivery_fixture.hpp"

using namespace send_text;
using namespace send_text::testing;

namespace {

const std::string body = "Can you work on Monday?";
const E164 somebody("+16515551299");

/// Steps for so long, or until the carrier was sent so many requests. Returns how long that took.
Milliseconds run_until_sent(DeliveryFixture& office, const SimulatedCarrier& carrier, int requests,
                            Milliseconds longest) {
    const MonotonicTime begin = office.clock.monotonic_now();
    const auto passed = [&] { return office.clock.monotonic_now() - begin; };
    while (passed() < longest) {
        const TimePoint deadline = office.step();
        if (carrier.send_requests >= requests || deadline == no_deadline) break;
        REQUIRE(deadline > office.clock.now());
        office.clock.advance_to(std::min(deadline, office.clock.now() + longest - passed()));
    }
    return passed();
}

}  // namespace

TEST_CASE("a lost text that nothing was sent after waits for hours, and alone") {
    DeliveryFixture office;
    SimulatedCarrier& carrier = office.lines.add(line);
    fail_once(carrier, Fault::cut_before);
    carrier.receive(number, "A reply shows nothing of what was sent");
    const auto request = office.send({number});
    const Milliseconds waited = run_until_sent(office, carrier, 2, 12h);
    CHECK(waited >= 4h);
    CHECK(waited <= 4h + 10min);
    CHECK(carrier.list_requests < 100);
    CHECK(office.only_text(request).state == TextState::accepted);
    CHECK(carrier.received[number] == 1);
}

TEST_CASE("a text that was requested within the grace does not show at once that the list is current") {
    DeliveryFixture office;
    SimulatedCarrier& carrier = office.lines.add(line);
    // It is taken after the other one, and listed long after it.
    fail_once(carrier, Fault::cut_after);
    carrier.hides = [&](const CarrierMessage& message) {
        return message.number == number && office.clock.now() < start_time + 110min;
    };
    const auto request = office.send({number, somebody});
    const Milliseconds later = GENERATE(as<Milliseconds>{}, 0s, 60s);
    office.run_for(later);
    office.send({E164("+16515551205")});
    office.run_for(4h);
    CHECK(office.only_text(request).state == TextState::accepted);
    CHECK(carrier.received[number] == 1);
    CHECK(carrier.send_requests == 3);
}

TEST_CASE("a text that was requested within the grace shows it once it has been listed for two hours") {
    DeliveryFixture office;
    SimulatedCarrier& carrier = office.lines.add(line);
    fail_once(carrier, Fault::cut_before);
    const auto request = office.send({number, somebody});
    office.run_for(119min);
    CHECK(office.only_text(request).state == TextState::unknown);
    office.run_for(10min);
    CHECK(office.only_text(request).state == TextState::accepted);
    CHECK(carrier.received[number] == 1);
}

TEST_CASE("a text from after the grace shows it once it has been listed for a minute") {
    DeliveryFixture office;
    SimulatedCarrier& carrier = office.lines.add(line);
    fail_once(carrier, Fault::cut_after);
    TimePoint listed_from = start_time + 24h;
    carrier.hides = [&](const CarrierMessage& message) {
        return message.number == number && office.clock.now() < listed_from;
    };
    const auto request = office.send({number});
    office.run_for(2min);
    office.send({somebody});
    listed_from = office.clock.now() + 59s;
    office.run_for(1h);
    CHECK(office.only_text(request).state == TextState::accepted);
    CHECK(carrier.send_requests == 2);
}

TEST_CASE("a text that was found in the list shows nothing: which request made it is not known") {
    DeliveryFixture office;
    SimulatedCarrier& carrier = office.lines.add(line);
    carrier.next_fault = [&](const E164& to) {
        if (to == number) return Fault::cut_before;
        return to == somebody ? Fault::cut_after : Fault::none;
    };
    const auto request = office.send({number});
    office.run_for(2min);
    office.send({somebody});
    office.run_for(1h);
    CHECK(office.only_text(request).state == TextState::unknown);
    office.send({E164("+16515551205")});
    office.run_for(11min);
    CHECK(carrier.send_requests == 4);
}

TEST_CASE("hours that only the clock shows are none") {
    DeliveryFixture office;
    SimulatedCarrier& carrier = office.lines.add(line);
    fail_once(carrier, Fault::cut_late);
    const auto request = office.send({number});
    office.step();
    const Milliseconds by = GENERATE(as<Milliseconds>{}, 1h, 5h, 24h);
    carrier.messages.at(0).created_at += by;  // its list goes by the same clock, and lags as before
    office.clock.set(office.clock.now() + by);
    office.step();
    office.clock.advance(15s);
    office.step();
    CHECK(carrier.send_requests == 1);
    office.run_to_end();
    CHECK(office.only_text(request).state == TextState::accepted);
    CHECK(carrier.send_requests == 1);
}

TEST_CASE("a start begins the hours anew") {
    DeliveryFixture office;
    SimulatedCarrier& carrier = office.lines.add(line);
    fail_once(carrier, Fault::cut_before);
    office.send({number});
    run_until_sent(office, carrier, 2, 3h);
    office.start();
    CHECK(run_until_sent(office, carrier, 2, 12h) >= 4h);
}

TEST_CASE("a list that lags behind doubles nothing, though others leave meanwhile") {
    DeliveryFixture office;
    SimulatedCarrier& carrier = office.lines.add(line);
    carrier.list_lag = GENERATE(as<Milliseconds>{}, 100s, 10min, 3h);
    carrier.next_fault = [&](const E164&) {
        return carrier.send_requests % 3 == 1 ? Fault::cut_after : Fault::none;
    };
    const auto request = office.send(numbers(30));
    for (int i = 0; i < 8 * 12; ++i) {
        office.step();
        office.clock.advance(5min);
    }
    CHECK(office.outbox().progress(request).accepted == 30);
    CHECK(carrier.send_requests == 30);
}

TEST_CASE("a list that is another one each time is not believed") {
    DeliveryFixture office;
    SimulatedCarrier& carrier = office.lines.add(line);
    office.send(numbers(3));
    office.step();
    carrier.next_fault = [](const E164& to) { return to == number ? Fault::cut_before : Fault::none; };
    const auto request = office.send({number, somebody});
    carrier.hides = [&](const CarrierMessage& message) {
        return message.number == numbers(3)[static_cast<std::size_t>(carrier.list_requests % 3)];
    };
    office.run_for(2min);
    office.send({E164("+16515551205")});
    run_until_sent(office, carrier, 7, 3h);
    CHECK(carrier.send_requests == 6);
    CHECK(office.only_text(request).state == TextState::unknown);
    carrier.hides = nullptr;
    run_until_sent(office, carrier, 7, 15min);
    CHECK(carrier.send_requests == 7);
}

TEST_CASE("a text is looked for once more right before it leaves again") {
    DeliveryFixture office;
    SimulatedCarrier& carrier = office.lines.add(line);
    const bool was_taken = GENERATE(true, false);
    fail_once(carrier, was_taken ? Fault::cut_after : Fault::cut_before);
    carrier.hides = [](const CarrierMessage& message) { return message.number == number; };
    const auto request = office.send({number});
    office.send({somebody});
    run_until_sent(office, carrier, 2, 1min);
    office.permitted_from = start_time + 10h;
    while (office.only_text(request).state == TextState::unknown)
        office.clock.advance_to(office.step());
    REQUIRE(office.only_text(request).state == TextState::held);
    REQUIRE(office.only_text(request).hold_reason == HoldReason::hours);
    CHECK(office.outbox().may_be_ours(line, number));  // the inbox leaves it alone

    const int listings = static_cast<int>(carrier.list_requests);
    TextState expected = TextState::accepted;
    SECTION("and found: it does not leave") {
        carrier.hides = nullptr;
    }
    SECTION("or it is held, when an inbox has filed what may be it") {
        if (!was_taken) return;
        const CarrierMessage& hidden = carrier.messages.at(0);
        office.conversations().add({line, number, hidden.id, false, hidden.body, hidden.created_at},
                                   {{RecordKind::employee, 5814}}, office.clock.now(), 1h);
        expected = TextState::held;
    }
    SECTION("or it is held, when there is a message with other words") {
        if (!was_taken) return;
        carrier.hides = nullptr;
        carrier.messages.at(0).body += " -- Award Staffing";
        expected = TextState::held;
    }
    office.clock.advance(10h);
    office.permitted_from = no_time;
    office.step();
    CHECK(office.only_text(request).state == expected);
    CHECK(carrier.list_requests > listings);
    CHECK(carrier.received[number] == 1);
    CHECK(carrier.send_requests == (was_taken ? 2 : 3));
}

TEST_CASE("a text that cannot be looked for before it leaves again waits, and the others do not") {
    DeliveryFixture office;
    SimulatedCarrier& carrier = office.lines.add(line);
    fail_once(carrier, Fault::cut_before);
    const auto request = office.send({number, somebody});
    while (office.only_text(request).look != Look::before_leaving) {
        office.permitted_from = carrier.send_requests >= 2 ? start_time + 24h : no_time;
        office.clock.advance_to(office.step());
    }
    carrier.list_fails = [] { return true; };
    office.permitted_from = no_time;
    office.outbox().release(no_deadline, office.clock.now());
    const auto other = office.send({E164("+16515551205")});
    for (int i = 0; i < 20; ++i) {
        office.step();
        office.clock.advance(1min);
    }
    CHECK(office.only_text(request).state == TextState::queued);
    CHECK(office.only_text(other).state == TextState::accepted);
    CHECK(carrier.received[number] == 0);
    carrier.list_fails = nullptr;
    office.run_to_end();
    CHECK(carrier.received[number] == 1);
}
