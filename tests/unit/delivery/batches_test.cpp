// A large request on its way: in batches, and stopped.

#include <catch2/catch_test_macros.hpp>

#include "unit/delivery/delivery_fixture.hpp"

using namespace send_text;
using namespace send_text::testing;

namespace {

const Sender ann{7, "Ann"};

void set_pace(DeliveryFixture& office, std::int64_t segments_per_minute) {
    Settings settings;
    settings.segments_per_minute = segments_per_minute;
    office.settings.set(settings);
}

}  // namespace

TEST_CASE("a single text does not wait for a large request, which leaves at the line's pace") {
    DeliveryFixture office;
    office.lines.add(line);
    set_pace(office, 60);
    const RequestId large = office.send(numbers(120));
    office.step();
    while (office.outbox().progress(large).accepted < 60) {
        office.clock.advance(1s);
        office.step();
    }
    CHECK(office.clock.now() == start_time + 50s);  // ten at once, then one a second
    CHECK(office.outbox().progress(large).batch == 2);
    const RequestId single = office.send({E164("+16515559999")});
    office.clock.advance(1s);
    office.step();
    CHECK(office.outbox().progress(single).accepted == 1);
    CHECK(office.outbox().progress(large).accepted == 60);
    office.run_to_end();
    CHECK(office.outbox().progress(large).accepted == 120);
    CHECK(office.clock.now() == start_time + 111s);
}

TEST_CASE("a request that is stopped sends nothing more") {
    DeliveryFixture office;
    const SimulatedCarrier& carrier = office.lines.add(line);
    set_pace(office, 60);
    const RequestId id = office.send(numbers(60));
    office.step();
    CHECK(office.outbox().stop(id, ann, office.clock.now()) == 50);
    office.run_to_end();
    CHECK(office.outbox().progress(id).accepted == 10);
    CHECK(carrier.send_requests == 10);
}

TEST_CASE("a text that is stopped just when it is about to leave does not leave") {
    DeliveryFixture office;
    const SimulatedCarrier& carrier = office.lines.add(line);
    const RequestId id = office.send({number});
    office.while_looked_at = [&] { office.outbox().stop(id, ann, office.clock.now()); };
    SECTION("though it might") {}
    SECTION("nor when it may not any more") {
        office.refusal = Refusal{"No permission."};
    }
    SECTION("nor when it is night") {
        office.permitted_from = office.clock.now() + 1h;
    }
    office.run_to_end();
    CHECK(office.only_text(id).state == TextState::cancelled);
    CHECK(carrier.send_requests == 0);
}

TEST_CASE("a text that comes first just when another is about to leave is looked at too") {
    DeliveryFixture office;
    office.lines.add(line);
    const RequestId large = office.send(numbers(60));
    for (int i = 0; i < 49; ++i) {
        const Text text = office.outbox().claim(line, office.clock.now()).value();
        office.outbox().accepted(text.id, "c" + std::to_string(number_of(text.id)), office.clock.now(), 1h);
    }
    int looked_at = 0;
    RequestId single{};
    office.while_looked_at = [&] {
        single = office.send({E164("+16515559999")});
        office.while_looked_at = [&] { ++looked_at; };
    };
    office.run_to_end();
    CHECK(looked_at == 1);
    CHECK(office.only_text(single).state == TextState::accepted);
    CHECK(office.outbox().progress(large).accepted == 60);
}
