// Clocks that are wrong, and words that the carrier altered: both at once double nothing.

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "core/time.hpp"
#include "unit/delivery/delivery_fixture.hpp"

using namespace send_text;
using namespace send_text::testing;

namespace {

const E164 somebody("+16515551299");

/// A text that the carrier takes, but lists with another time, and perhaps with other words; the plug-in ends
/// before the answer comes.
RequestId send_and_crash(DeliveryFixture& office, SimulatedCarrier& carrier, Milliseconds listed_later,
                         bool is_altered) {
    carrier.next_fault = [&carrier, next = carrier.send_requests + 1](const E164&) {
        return carrier.send_requests == next ? Fault::crash_after : Fault::none;
    };
    const auto request = office.send({number});
    CHECK_THROWS_AS(office.step(), Crash);
    carrier.messages.back().created_at += listed_later;
    if (is_altered) carrier.messages.back().body += " -- Award Staffing";
    return request;
}

}  // namespace

TEST_CASE("altered words with an earlier time are a person's to decide") {
    DeliveryFixture office;
    SimulatedCarrier& carrier = office.lines.add(line);
    const Milliseconds behind = GENERATE(as<Milliseconds>{}, 11min, 3h, 25h);
    const auto request = send_and_crash(office, carrier, -behind, true);
    office.start();
    office.send({somebody});
    office.run_to_end();
    CHECK(office.only_text(request).state == TextState::held);
    CHECK(office.only_text(request).hold_reason == HoldReason::person);
    CHECK(carrier.received[number] == 1);
}

TEST_CASE("what stands word for word in the list is found, as far as our text before it tells the clocks") {
    DeliveryFixture office;
    SimulatedCarrier& carrier = office.lines.add(line);
    const Milliseconds behind = GENERATE(as<Milliseconds>{}, 11min, 3h);
    office.send({somebody});
    office.step();
    carrier.messages.back().created_at -= behind;
    office.clock.advance(1min);
    const auto request = send_and_crash(office, carrier, -behind, false);
    office.start();
    office.run_to_end();
    CHECK(office.only_text(request).state == TextState::accepted);
    CHECK(carrier.received[number] == 1);
}

TEST_CASE("what the carrier lists before our text before it is not it, in whatever words") {
    DeliveryFixture office;
    SimulatedCarrier& carrier = office.lines.add(line);
    carrier.take(number, "Written elsewhere, and nobody's yet");
    office.clock.advance(2min);
    office.send({somebody});
    office.step();
    carrier.next_fault = [&](const E164&) {
        return carrier.send_requests == 2 ? Fault::cut_before : Fault::none;
    };
    const auto request = office.send({number});
    office.send({E164("+16515551205")});
    office.run_to_end();
    CHECK(office.only_text(request).state == TextState::accepted);
    CHECK(carrier.received[number] == 2);
}

TEST_CASE("a clock that was a month ahead and was set right hides no text") {
    DeliveryFixture office;
    SimulatedCarrier& carrier = office.lines.add(line);
    const bool is_altered = GENERATE(true, false);
    const Milliseconds ahead = 720h;
    office.clock.set(start_time + ahead);
    const auto request = send_and_crash(office, carrier, -ahead, is_altered);
    office.clock.set(start_time + 1min);
    office.start();
    for (int i = 0; i < 12 * 12; ++i) {
        office.step();
        office.clock.advance(5min);
    }
    CHECK(office.only_text(request).state == (is_altered ? TextState::held : TextState::accepted));
    CHECK(carrier.received[number] == 1);
}

TEST_CASE("the carrier's clock at the request finds a text though ours was set right since") {
    DeliveryFixture office;
    SimulatedCarrier& carrier = office.lines.add(line);
    const Milliseconds ahead = 3h;
    office.clock.set(start_time + ahead);
    carrier.measured_ahead = ahead;
    const auto request = send_and_crash(office, carrier, -ahead, false);
    office.clock.set(start_time + 4h);
    carrier.measured_ahead = 0ms;
    office.start();
    office.run_to_end();
    CHECK(office.only_text(request).state == TextState::accepted);
    CHECK(carrier.received[number] == 1);
}
