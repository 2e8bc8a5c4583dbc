// What is looked at once more when a text leaves.
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "core/time.hpp"
#include "unit/delivery/delivery_fixture.hpp"

using namespace send_text;
using namespace send_text::testing;

TEST_CASE("a text whose sender lost the permission does not leave, and says why") {
    DeliveryFixture office;
    SimulatedCarrier& carrier = office.lines.add(line);
    office.refusal = Refusal{"Alexander Swanson lost the permission."};
    const RequestId request = office.send({number});
    office.run_to_end();
    CHECK(carrier.send_requests == 0);
    CHECK(office.only_text(request).state == TextState::rejected);
    CHECK(office.only_text(request).reason == office.refusal->reason);
}

TEST_CASE("what a carrier tells of a number that it rejects is passed on") {
    DeliveryFixture office;
    SimulatedCarrier& carrier = office.lines.add(line);
    carrier.fact = GENERATE(std::optional<NumberFact>(), NumberFact::takes_no_texts, NumberFact::opted_out);
    fail_once(carrier, Fault::reject);
    office.send(numbers(2));
    office.run_to_end();
    REQUIRE(office.learned.size() == (carrier.fact ? 1U : 0U));
    if (carrier.fact)
        CHECK(office.learned[0] ==
              std::tuple(numbers(1)[0], *carrier.fact, std::string("Not a mobile number.")));
}

TEST_CASE("outside the hours a text is held, and leaves by itself when they begin") {
    DeliveryFixture office;
    SimulatedCarrier& carrier = office.lines.add(line);
    office.permitted_from = start_time + 8h;
    const RequestId request = office.send({number});
    CHECK(office.step() == start_time + 8h);
    CHECK(office.only_text(request).state == TextState::held);
    CHECK(office.only_text(request).hold_reason == HoldReason::hours);
    CHECK(carrier.send_requests == 0);

    SECTION("in the morning") {
        office.clock.advance_to(start_time + 8h);
    }
    SECTION("or when an administrator changed the hours") {
        office.permitted_from = start_time;
        office.worker().hours_changed();
    }
    office.step();
    CHECK(carrier.received.at(number) == 1);
}

TEST_CASE("a line keeps its pace, and texts of other lines do not wait for it") {
    DeliveryFixture office;
    office.settings.set({});
    SimulatedCarrier& carrier = office.lines.add(line);
    SimulatedCarrier& other = office.lines.add(other_line);
    office.send(numbers(49));
    office.send({number}, other_line);
    const TimePoint next = office.step();
    CHECK(carrier.send_requests == 10);  // ten seconds' worth of 60 a minute
    CHECK(next == start_time + 1s);
    CHECK(other.send_requests == 1);
    office.run_to_end();
    CHECK(carrier.send_requests == 49);
    CHECK(office.clock.now() == start_time + 39s);
}

TEST_CASE("a text costs its segments, and another pace holds at once") {
    DeliveryFixture office;
    office.settings.set({});
    SimulatedCarrier& carrier = office.lines.add(line);
    office.send(numbers(12), line, std::string(161, 'x'));  // two segments each
    office.step();
    CHECK(carrier.send_requests == 5);
    Settings faster;
    faster.segments_per_minute = 6000;
    office.settings.set(faster);
    office.clock.advance(1s);
    office.step();
    CHECK(carrier.send_requests == 12);
}

TEST_CASE("nothing leaves to what is no number, and what a carrier takes is passed on") {
    DeliveryFixture office;
    SimulatedCarrier& carrier = office.lines.add(line);
    for (const char* no_number :
         {"+102272345678", "+1165158005", "+12272345678x1", "6515800580", "+0165158005800", "+1"}) {
        const RequestId request = office.send({E164(no_number)});
        office.run_to_end();
        CAPTURE(no_number);
        CHECK(office.only_text(request).state == TextState::rejected);
        CHECK(office.only_text(request).reason.starts_with("This is not a phone number"));
    }
    CHECK(carrier.send_requests == 0);
    CHECK(office.taken.empty());
    office.send({number});
    office.run_to_end();
    CHECK(office.taken == std::vector<E164>{number});
}
