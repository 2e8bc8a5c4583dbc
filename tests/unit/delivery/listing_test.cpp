// Lists of the carrier that say less than they seem to: altered words, shifted pages, none at all.

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <stdexcept>

#include "core/time.hpp"
#include "unit/delivery/delivery_fixture.hpp"

using namespace send_text;
using namespace send_text::testing;

TEST_CASE("when the carrier may have altered the words, a person decides") {
    DeliveryFixture office;
    SimulatedCarrier& carrier = office.lines.add(line);
    fail_once(carrier, Fault::crash_after);
    const auto request = office.send({number});
    CHECK_THROWS_AS(office.step(), Crash);
    carrier.messages.at(0).body += " -- Award Staffing";
    carrier.messages.at(0).created_at -= 9min;
    office.start();
    office.step();
    CHECK(office.only_text(request).state == TextState::unknown);  // until the grace has passed
    office.run_to_end();
    CHECK(office.only_text(request).state == TextState::held);
    CHECK(office.only_text(request).hold_reason == HoldReason::person);
    CHECK(office.only_text(request).reason.find("with other words") != std::string::npos);
    CHECK(carrier.send_requests == 1);
}

TEST_CASE("a message with other words that is another's is not taken for the lost one, altered") {
    DeliveryFixture office;
    SimulatedCarrier& carrier = office.lines.add(line);
    const auto first = office.send({number}, line, "One");
    office.step();
    const auto elsewhere = carrier.take(number, "Written elsewhere");
    office.conversations().add({line, number, elsewhere, false, "Written elsewhere", start_time},
                               {{RecordKind::employee, 5814}}, start_time, 1h);
    carrier.take(E164("+16515551299"), "To somebody else");
    carrier.receive(number, "A reply");
    carrier.next_fault = [&](const E164&) {
        return carrier.send_requests == 2 ? Fault::cut_before : Fault::none;
    };
    const auto second = office.send({number}, line, "Two");
    office.run_to_end();
    CHECK(office.only_text(first).state == TextState::accepted);
    CHECK(office.only_text(second).state == TextState::accepted);
    CHECK(carrier.received[number] == 3);
}

TEST_CASE("of two lost texts with other words, the one that the carrier has does not hold up the other") {
    DeliveryFixture office;
    SimulatedCarrier& carrier = office.lines.add(line);
    office.step();
    const std::vector<std::string> bodies = GENERATE(std::vector<std::string>{"A lost one", "Z taken one"},
                                                     std::vector<std::string>{"Z lost one", "A taken one"});
    const auto lost = office.send({number}, line, bodies[0]);
    const auto taken = office.send({number}, line, bodies[1]);
    for (const bool is_taken : {false, true}) {
        const TextId id = office.begin_sending(is_taken ? taken : lost).id;
        if (is_taken) carrier.take(number, bodies[1]);
        office.outbox().answer_lost(id, start_time + 2h, "Lost.", start_time);
    }
    office.clock.advance(2h);  // both are past their grace
    office.run_to_end();
    CHECK(office.only_text(taken).state == TextState::accepted);
    CHECK(office.only_text(lost).state == TextState::accepted);
    CHECK(carrier.send_requests == 1);
    CHECK(carrier.received[number] == 2);
}

TEST_CASE("a message deleted between two pages of the list hides no text at the seam") {
    DeliveryFixture office;
    SimulatedCarrier& carrier = office.lines.add(line);
    fail_once(carrier, Fault::crash_after);
    const auto request = office.send({number});
    CHECK_THROWS_AS(office.step(), Crash);
    carrier.list_fails = [&] {
        if (carrier.list_requests % 2 == 0) carrier.messages.pop_back();
        while (carrier.list_requests % 2 == 1 && carrier.messages.size() < 101)
            carrier.receive(E164("+16515551299"), "Hi");
        return false;
    };
    office.start();
    office.step();
    CHECK(carrier.list_requests < 6);
    CHECK(office.only_text(request).state == TextState::accepted);
    CHECK(carrier.send_requests == 1);
}

TEST_CASE("a list that fails in a way of its own keeps neither the other lines nor the text back") {
    DeliveryFixture office;
    SimulatedCarrier& carrier = office.lines.add(line);
    SimulatedCarrier& other = office.lines.add(other_line);
    fail_once(carrier, Fault::cut_after);
    bool fails = true;
    carrier.list_fails = [&] {
        if (fails) throw std::runtime_error("no memory for Can you work on Monday?");
        return false;
    };
    const auto request = office.send({number});
    office.send(numbers(3), other_line);
    TimePoint deadline = office.step();
    CHECK(other.send_requests == 3);
    CHECK(office.only_text(request).state == TextState::unknown);
    CHECK(deadline > office.clock.now());
    CHECK(office.log.mentions("cannot be asked"));
    CHECK_FALSE(office.log.mentions("Monday"));
    fails = false;
    office.run_to_end();
    CHECK(office.only_text(request).state == TextState::accepted);
    CHECK(carrier.send_requests == 1);
}

TEST_CASE("a text is absent only if the list was read to its end; what was read of it counts") {
    DeliveryFixture office;
    SimulatedCarrier& carrier = office.lines.add(line);
    carrier.broken_off = "The list goes on and on.";
    carrier.next_fault = [&](const E164& to) {
        if (carrier.send_requests > 2) return Fault::none;
        return to == number ? Fault::cut_before : Fault::cut_after;
    };
    const auto request = office.send({number, E164("+16515551205")});
    office.run_to_end();
    const auto texts = office.outbox().texts_of(request);
    CHECK(texts[0].state == TextState::held);
    CHECK(texts[0].hold_reason == HoldReason::person);
    CHECK(texts[0].reason.find("cannot be read to its end") != std::string::npos);
    CHECK(texts[1].state == TextState::accepted);
    CHECK(carrier.send_requests == 2);
}

TEST_CASE("a list whose pages come again says nothing of what it lacks") {
    DeliveryFixture office;
    SimulatedCarrier& carrier = office.lines.add(line);
    for (int i = 0; i < 250; ++i)
        carrier.receive(E164("+16515551299"), "Hi");
    carrier.pages_repeat = true;
    fail_once(carrier, Fault::cut_before);
    const auto request = office.send({number});
    office.run_to_end();
    CHECK(office.only_text(request).state == TextState::held);
    CHECK(office.only_text(request).reason.find("cannot be read to its end") != std::string::npos);
    CHECK(carrier.send_requests == 1);
    CHECK(carrier.list_requests < 200);
}
