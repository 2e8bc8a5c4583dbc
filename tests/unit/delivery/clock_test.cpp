// A clock that is set makes nothing wait: waits are of so much time, whatever the clock shows.

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "unit/delivery/delivery_fixture.hpp"

using namespace send_text;
using namespace send_text::testing;

namespace {

constexpr std::int64_t day_ms = 24 * hour_ms;

}  // namespace

TEST_CASE("a clock that is set, forward or back, makes no pause longer or shorter") {
    DeliveryFixture office;
    SimulatedCarrier& carrier = office.lines.add(line);
    carrier.retry_after_seconds = 120;
    carrier.next_fault = [&](const std::string&) {
        return carrier.send_requests == 1 ? Fault::busy : Fault::none;
    };
    const auto request = office.send({number});
    office.step();
    office.clock.advance(minute_ms);
    office.clock.set(office.clock.now_ms() + GENERATE(-hour_ms, -2 * second_ms, hour_ms, 31 * day_ms));
    office.step();
    CHECK(carrier.send_requests == 1);
    office.clock.advance(59 * second_ms);
    office.step();
    CHECK(carrier.send_requests == 1);
    office.clock.advance(6 * second_ms);
    office.step();
    CHECK(office.only_text(request).state == TextState::accepted);
}

TEST_CASE("a clock that is set while a request is under way makes nothing wait") {
    DeliveryFixture office;
    SimulatedCarrier& carrier = office.lines.add(line);
    const std::int64_t by_ms = GENERATE(-hour_ms, 31 * day_ms);
    const Fault fault = GENERATE(Fault::busy, Fault::stop_line, Fault::proxy);
    carrier.next_fault = [&](const std::string&) {
        if (carrier.send_requests > 1) return Fault::none;
        office.clock.set(office.clock.now_ms() + by_ms);
        return fault;
    };
    const auto request = office.send({number});
    office.run_for(6 * minute_ms);
    CHECK(office.only_text(request).state == TextState::accepted);
}

TEST_CASE("a clock that is set while the carrier is asked makes nothing wait") {
    DeliveryFixture office;
    SimulatedCarrier& carrier = office.lines.add(line);
    const std::int64_t by_ms = GENERATE(-hour_ms, 31 * day_ms);
    fail_once(carrier, Fault::cut_before);
    carrier.list_fails = [&] {
        if (carrier.list_requests == 1) office.clock.set(office.clock.now_ms() + by_ms);
        return carrier.list_requests <= 2;
    };
    office.send(numbers(10));
    office.run_for(10 * minute_ms);
    CHECK(carrier.list_requests > 2);
    CHECK(carrier.received.size() >= 9);
}

TEST_CASE("a clock that is a month ahead and then corrected makes nothing wait, also across a start") {
    DeliveryFixture office;
    SimulatedCarrier& carrier = office.lines.add(line);
    bool is_down = true;
    carrier.next_fault = [&](const std::string&) { return is_down ? Fault::busy : Fault::none; };
    office.clock.set(start_ms + 31 * day_ms);
    const auto request = office.send(numbers(3));
    office.run_for(minute_ms);
    is_down = false;
    office.clock.set(start_ms);
    if (GENERATE(true, false)) office.start();
    office.run_for(11 * minute_ms);
    CHECK(office.outbox().progress(request).accepted == 3);
}

TEST_CASE("the pace is kept when the clock is set") {
    DeliveryFixture office;
    const SimulatedCarrier& carrier = office.lines.add(line);
    Settings slow;
    slow.segments_per_minute = 60;
    office.settings.set(slow);
    office.send(numbers(60));
    office.step();
    CHECK(carrier.send_requests == 10);
    office.clock.set(start_ms + GENERATE(-hour_ms, hour_ms));
    office.step();
    CHECK(carrier.send_requests == 10);
    office.run_for(5 * second_ms);
    office.step();
    CHECK(carrier.send_requests == 15);
}

TEST_CASE("texts held for the hours are looked at again when the clock is set, and at the start") {
    DeliveryFixture office;
    office.lines.add(line);
    office.clock.set(start_ms + 31 * day_ms);
    office.permitted_from_ms = start_ms + 31 * day_ms + 10 * hour_ms;
    const auto request = office.send({number});
    office.step();
    CHECK(office.only_text(request).state == TextState::held);

    office.clock.set(start_ms);
    office.permitted_from_ms = start_ms + 2 * hour_ms;
    if (GENERATE(true, false)) office.start();
    CHECK(office.step() == start_ms + 2 * hour_ms);
    CHECK(office.only_text(request).state == TextState::held);
    office.run_for(2 * hour_ms);
    office.step();
    CHECK(office.only_text(request).state == TextState::accepted);
}

TEST_CASE("a line that was stopped is tried after five minutes, whatever the clock shows") {
    DeliveryFixture office;
    SimulatedCarrier& carrier = office.lines.add(line);
    carrier.next_fault = [](const std::string&) { return Fault::stop_line; };
    office.send({number});
    office.step();
    office.clock.set(start_ms - hour_ms);
    office.run_for(5 * minute_ms);
    office.step();
    CHECK(carrier.send_requests == 2);
}
