// A clock that is set makes nothing wait: waits are of so much time, whatever the clock shows.

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "core/time.hpp"
#include "unit/delivery/delivery_fixture.hpp"

using namespace send_text;
using namespace send_text::testing;

TEST_CASE("a clock that is set, forward or back, makes no pause longer or shorter") {
    DeliveryFixture office;
    SimulatedCarrier& carrier = office.lines.add(line);
    carrier.retry_after = 120s;
    carrier.next_fault = [&](const E164&) { return carrier.send_requests == 1 ? Fault::busy : Fault::none; };
    const auto request = office.send({number});
    office.step();
    office.clock.advance(1min);
    office.clock.set(office.clock.now() + GENERATE(as<Milliseconds>{}, -1h, -2s, 1h, std::chrono::days(31)));
    office.step();
    CHECK(carrier.send_requests == 1);
    office.clock.advance(59s);
    office.step();
    CHECK(carrier.send_requests == 1);
    office.clock.advance(6s);
    office.step();
    CHECK(office.only_text(request).state == TextState::accepted);
}

TEST_CASE("a clock that is set while a request is under way makes nothing wait") {
    DeliveryFixture office;
    SimulatedCarrier& carrier = office.lines.add(line);
    const Milliseconds by = GENERATE(as<Milliseconds>{}, -1h, std::chrono::days(31));
    const Fault fault = GENERATE(Fault::busy, Fault::stop_line, Fault::proxy);
    carrier.next_fault = [&](const E164&) {
        if (carrier.send_requests > 1) return Fault::none;
        office.clock.set(office.clock.now() + by);
        return fault;
    };
    const auto request = office.send({number});
    office.run_for(6min);
    CHECK(office.only_text(request).state == TextState::accepted);
}

TEST_CASE("a clock that is set while the carrier is asked makes nothing wait") {
    DeliveryFixture office;
    SimulatedCarrier& carrier = office.lines.add(line);
    const Milliseconds by = GENERATE(as<Milliseconds>{}, -1h, std::chrono::days(31));
    fail_once(carrier, Fault::cut_before);
    carrier.list_fails = [&] {
        if (carrier.list_requests == 1) office.clock.set(office.clock.now() + by);
        return carrier.list_requests <= 2;
    };
    office.send(numbers(10));
    office.run_for(10min);
    CHECK(carrier.list_requests > 2);
    CHECK(carrier.received.size() >= 9);
}

TEST_CASE("a clock that is a month ahead and then corrected makes nothing wait, also across a start") {
    DeliveryFixture office;
    SimulatedCarrier& carrier = office.lines.add(line);
    bool is_down = true;
    carrier.next_fault = [&](const E164&) { return is_down ? Fault::busy : Fault::none; };
    office.clock.set(start_time + std::chrono::days(31));
    const auto request = office.send(numbers(3));
    office.run_for(1min);
    is_down = false;
    office.clock.set(start_time);
    if (GENERATE(true, false)) office.start();
    office.run_for(11min);
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
    office.clock.set(start_time + GENERATE(as<Milliseconds>{}, -1h, 1h));
    office.step();
    CHECK(carrier.send_requests == 10);
    office.run_for(5s);
    office.step();
    CHECK(carrier.send_requests == 15);
}

TEST_CASE("texts held for the hours are looked at again when the clock is set, and at the start") {
    DeliveryFixture office;
    office.lines.add(line);
    office.clock.set(start_time + std::chrono::days(31));
    office.permitted_from = start_time + std::chrono::days(31) + 10h;
    const auto request = office.send({number});
    office.step();
    CHECK(office.only_text(request).state == TextState::held);

    office.clock.set(start_time);
    office.permitted_from = start_time + 2h;
    if (GENERATE(true, false)) office.start();
    CHECK(office.step() == start_time + 2h);
    CHECK(office.only_text(request).state == TextState::held);
    office.run_for(2h);
    office.step();
    CHECK(office.only_text(request).state == TextState::accepted);
}

TEST_CASE("a line that was stopped is tried after five minutes, whatever the clock shows") {
    DeliveryFixture office;
    SimulatedCarrier& carrier = office.lines.add(line);
    carrier.next_fault = [](const E164&) { return Fault::stop_line; };
    office.send({number});
    office.step();
    office.clock.set(start_time - 1h);
    office.run_for(5min);
    office.step();
    CHECK(carrier.send_requests == 2);
}
