// What is under way when Send Text is ended: nothing of it is lost, and nobody is blamed for it.

#include <catch2/catch_test_macros.hpp>

#include "unit/delivery/delivery_fixture.hpp"

using namespace send_text;
using namespace send_text::testing;

namespace {

/// A carrier whose first request is given up, since Send Text is shutting down from then on.
SimulatedCarrier& end_with(DeliveryFixture& office, Fault fault) {
    SimulatedCarrier& carrier = office.lines.add(line);
    carrier.next_fault = [&office, &carrier, fault](const E164&) {
        office.is_stopping = carrier.send_requests == 1;
        return carrier.send_requests == 1 ? fault : Fault::none;
    };
    return carrier;
}

void check_nobody_notified(const DeliveryFixture& office) {
    CHECK(office.log.lines.empty());
    CHECK(office.waits.empty());
    CHECK(office.stopped_lines.empty());
}

void start_again(DeliveryFixture& office) {
    office.is_stopping = false;
    office.start();
    office.run_to_end();
}

}  // namespace

TEST_CASE("a text that had not left waits as before, and leaves at once with the next start") {
    DeliveryFixture office;
    SimulatedCarrier& carrier = end_with(office, Fault::ended_before);
    const auto request = office.send(numbers(2));
    office.step();
    CHECK(carrier.send_requests == 1);
    CHECK(office.outbox().texts_of(request).at(0).state == TextState::queued);
    check_nobody_notified(office);
    start_again(office);
    CHECK(carrier.received == std::map<E164, int>{{numbers(2)[0], 1}, {numbers(2)[1], 1}});
    CHECK(office.outbox().progress(request).accepted == 2);
    CHECK(office.clock.now() < start_time + 1min);
}

TEST_CASE("a text that may have left is unknown, and the carrier is asked with the next start") {
    DeliveryFixture office;
    SimulatedCarrier& carrier = end_with(office, Fault::ended_after);
    const auto request = office.send({number});
    office.step();
    CHECK(office.only_text(request).state == TextState::unknown);
    CHECK(office.only_text(request).reason == "Send Text was ended.");
    check_nobody_notified(office);
    start_again(office);
    CHECK(carrier.received[number] == 1);
    CHECK(office.only_text(request).state == TextState::accepted);
}

TEST_CASE("a question to the carrier that is given up changes nothing and is nobody's failure") {
    DeliveryFixture office;
    SimulatedCarrier& carrier = office.lines.add(line);
    fail_once(carrier, Fault::cut_after);
    carrier.is_cancelled = true;
    const auto request = office.send({number});
    CHECK_THROWS_AS(office.step(), Cancelled);
    CHECK(office.only_text(request).state == TextState::unknown);
    CHECK_FALSE(office.log.mentions("cannot be asked"));
    CHECK(office.waits.empty());

    carrier.is_cancelled = false;
    start_again(office);
    CHECK(office.only_text(request).state == TextState::accepted);
    CHECK(carrier.received[number] == 1);
}
