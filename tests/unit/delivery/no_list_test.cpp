// A carrier that lists nothing: what its webhooks have told stands in for its list, and proves no absence.

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include "unit/delivery/delivery_fixture.hpp"

using namespace send_text;
using namespace send_text::testing;
using Catch::Matchers::ContainsSubstring;

namespace {

struct Office : DeliveryFixture {
    Office() { lines.accounts[line] = {{"telnyx", line.str()}, no_time, false}; }

    SimulatedCarrier& carrier = lines.add(line);
};

}  // namespace

TEST_CASE("a lost text of which no webhook tells is a person's to decide, and never sent again") {
    Office office;
    office.carrier.hides = [](const CarrierMessage&) { return true; };
    fail_once(office.carrier, GENERATE(Fault::cut_before, Fault::cut_after));
    const auto request = office.send({number});
    const auto later = office.send({number});
    office.run_for(80s);
    CHECK(office.only_text(request).state == TextState::unknown);
    CHECK(office.only_text(later).state == TextState::queued);
    office.run_for(1min);
    const Text text = office.only_text(request);
    CHECK(text.state == TextState::held);
    CHECK(text.hold_reason == HoldReason::person);
    CHECK_THAT(text.reason, ContainsSubstring("no list of messages"));
    office.run_for(24h);
    CHECK(office.only_text(request).state == TextState::held);
    CHECK(office.only_text(later).state == TextState::accepted);
    CHECK(office.carrier.send_requests == 2);
}

TEST_CASE("a lost text of which a webhook tells is accepted") {
    Office office;
    bool is_reported = false;
    office.carrier.hides = [&](const CarrierMessage&) { return !is_reported; };
    fail_once(office.carrier, Fault::cut_after);
    const auto request = office.send({number});
    office.run_for(30s);
    CHECK(office.only_text(request).state == TextState::unknown);
    is_reported = true;
    office.run_for(30s);
    CHECK(office.only_text(request).state == TextState::accepted);
    CHECK(office.only_text(request).carrier_message_id == office.carrier.messages.at(0).id);
    CHECK(office.carrier.send_requests == 1);
}

TEST_CASE("what an earlier run queued leaves, for that it has left already is not known to anybody") {
    Office office;
    office.carrier.hides = [](const CarrierMessage&) { return true; };
    const auto request = office.send({number});
    office.start();
    office.run_for(1s);
    CHECK(office.only_text(request).state == TextState::accepted);
    CHECK(office.carrier.send_requests == 1);
}

TEST_CASE("when the store is an older one, what waits may have left, and is a person's to decide") {
    Office office;
    office.carrier.hides = [](const CarrierMessage&) { return true; };
    const auto request = office.send({number});
    office.start();
    office.outbox().store_is_older(9, office.clock.now());
    office.run_for(1h);
    CHECK(office.only_text(request).state == TextState::held);
    CHECK(office.carrier.send_requests == 0);
}
