// Answers that are not the carrier's: no verdict on anybody, and after several the line waits.

#include <catch2/catch_test_macros.hpp>

#include "core/time.hpp"
#include "unit/delivery/delivery_fixture.hpp"

using namespace send_text;
using namespace send_text::testing;

TEST_CASE("a text that a proxy turned away leaves later, and nobody is told of it") {
    DeliveryFixture office;
    SimulatedCarrier& carrier = office.lines.add(line);
    carrier.next_fault = [&](const E164&) { return carrier.send_requests <= 2 ? Fault::proxy : Fault::none; };
    const auto request = office.send({number, E164("+16515551205")});
    const TimePoint deadline = office.step();
    CHECK(deadline > start_time);
    CHECK(deadline <= start_time + 2s);
    CHECK(office.only_text(request).state == TextState::queued);
    CHECK(office.only_text(request).reason == "A proxy answered.");
    office.run_to_end();
    CHECK(office.outbox().progress(request).accepted == 2);
    CHECK(carrier.send_requests == 4);
    CHECK(office.stopped_lines.empty());
    CHECK(office.learned.empty());
}

TEST_CASE("the third such answer in a row stops the line, which tries by itself and goes on") {
    DeliveryFixture office;
    SimulatedCarrier& carrier = office.lines.add(line);
    SimulatedCarrier& other = office.lines.add(other_line);
    bool is_between = true;
    carrier.next_fault = [&](const E164&) { return is_between ? Fault::proxy : Fault::none; };
    const auto request = office.send(numbers(20));
    office.send(numbers(5), other_line);
    while (office.stopped_lines.empty())
        office.clock.advance_to(std::max(office.step(), office.clock.now()));
    CHECK(carrier.send_requests == 3);
    CHECK(other.send_requests == 5);
    CHECK(office.stopped_lines == std::vector<LineId>{line});
    CHECK(office.log.mentions("three times in a row"));
    for (const Text& text : office.outbox().texts_of(request))
        CHECK(text.state == TextState::queued);

    office.run_for(16min);
    CHECK(carrier.send_requests >= 6);
    CHECK(carrier.send_requests <= 8);
    CHECK(office.stopped_lines.size() == 1);

    is_between = false;
    office.run_to_end();
    CHECK(office.resumed_lines == std::vector<LineId>{line});
    CHECK(office.outbox().progress(request).accepted == 20);
    for (const auto& [to, count] : carrier.received)
        CHECK(count == 1);
}

TEST_CASE("a text that a proxy never lets through holds up no other, and stops no line") {
    DeliveryFixture office;
    SimulatedCarrier& carrier = office.lines.add(line);
    carrier.next_fault = [](const E164& to) { return to == number ? Fault::proxy : Fault::none; };
    std::vector<E164> everybody = numbers(30);
    everybody.insert(everybody.begin(), number);
    const auto request = office.send(everybody);
    for (TimePoint deadline = office.step(); office.clock.now() < start_time + 1min;
         deadline = office.step()) {
        office.clock.advance_to(std::max(deadline, office.clock.now()));
    }
    CHECK(office.outbox().progress(request).accepted == 30);

    // Alone it is what the line has to try; the next text of somebody else shows that the line works.
    while (office.stopped_lines.empty())
        office.clock.advance_to(std::max(office.step(), office.clock.now()));
    const auto later = office.send({E164("+16515551206")});
    office.clock.advance(5min);
    office.step();
    CHECK(office.only_text(later).state == TextState::accepted);
    CHECK(office.resumed_lines.size() == 1);
    CHECK(office.only_text(request).state == TextState::queued);
}
