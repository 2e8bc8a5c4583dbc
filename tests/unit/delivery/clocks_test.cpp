// Clocks that are wrong, and words that the carrier altered: both at once double nothing.

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "unit/delivery/delivery_fixture.hpp"

using namespace send_text;
using namespace send_text::testing;

namespace {

const std::string somebody = "+16515551299";

/// A text that the carrier takes, but lists with another time, and perhaps with other words; the plug-in ends
/// before the answer comes.
std::int64_t send_and_crash(DeliveryFixture& office, SimulatedCarrier& carrier, std::int64_t listed_later_ms,
                            bool is_altered) {
    carrier.next_fault = [&carrier, next = carrier.send_requests + 1](const std::string&) {
        return carrier.send_requests == next ? Fault::crash_after : Fault::none;
    };
    const auto request = office.send({number});
    CHECK_THROWS_AS(office.step(), Crash);
    carrier.messages.back().created_ms += listed_later_ms;
    if (is_altered) carrier.messages.back().body += " -- Award Staffing";
    return request;
}

}  // namespace

TEST_CASE("altered words with an earlier time are a person's to decide") {
    DeliveryFixture office;
    SimulatedCarrier& carrier = office.lines.add(line);
    const std::int64_t behind_ms = GENERATE(11 * minute_ms, 3 * hour_ms, 25 * hour_ms);
    const auto request = send_and_crash(office, carrier, -behind_ms, true);
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
    const std::int64_t behind_ms = GENERATE(11 * minute_ms, 3 * hour_ms);
    office.send({somebody});
    office.step();
    carrier.messages.back().created_ms -= behind_ms;
    office.clock.advance(minute_ms);
    const auto request = send_and_crash(office, carrier, -behind_ms, false);
    office.start();
    office.run_to_end();
    CHECK(office.only_text(request).state == TextState::accepted);
    CHECK(carrier.received[number] == 1);
}

TEST_CASE("what the carrier lists before our text before it is not it, in whatever words") {
    DeliveryFixture office;
    SimulatedCarrier& carrier = office.lines.add(line);
    carrier.take(number, "Written elsewhere, and nobody's yet");
    office.clock.advance(2 * minute_ms);
    office.send({somebody});
    office.step();
    carrier.next_fault = [&](const std::string&) {
        return carrier.send_requests == 2 ? Fault::cut_before : Fault::none;
    };
    const auto request = office.send({number});
    office.send({"+16515551205"});
    office.run_to_end();
    CHECK(office.only_text(request).state == TextState::accepted);
    CHECK(carrier.received[number] == 2);
}

TEST_CASE("a clock that was a month ahead and was set right hides no text") {
    DeliveryFixture office;
    SimulatedCarrier& carrier = office.lines.add(line);
    const bool is_altered = GENERATE(true, false);
    const std::int64_t ahead_ms = 30 * 24 * hour_ms;
    office.clock.set(start_ms + ahead_ms);
    const auto request = send_and_crash(office, carrier, -ahead_ms, is_altered);
    office.clock.set(start_ms + minute_ms);
    office.start();
    for (int i = 0; i < 12 * 12; ++i) {
        office.step();
        office.clock.advance(5 * minute_ms);
    }
    CHECK(office.only_text(request).state == (is_altered ? TextState::held : TextState::accepted));
    CHECK(carrier.received[number] == 1);
}

TEST_CASE("the carrier's clock at the request finds a text though ours was set right since") {
    DeliveryFixture office;
    SimulatedCarrier& carrier = office.lines.add(line);
    const std::int64_t ahead_ms = 3 * hour_ms;
    office.clock.set(start_ms + ahead_ms);
    carrier.clock_ahead = ahead_ms;
    const auto request = send_and_crash(office, carrier, -ahead_ms, false);
    office.clock.set(start_ms + 4 * hour_ms);
    carrier.clock_ahead = 0;
    office.start();
    office.run_to_end();
    CHECK(office.only_text(request).state == TextState::accepted);
    CHECK(carrier.received[number] == 1);
}
