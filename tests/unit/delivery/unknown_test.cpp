// Texts whose answer was lost: found at the carrier, surely absent, or a person's to decide.

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "core/subscriber_number.hpp"
#include "core/time.hpp"
#include "unit/delivery/delivery_fixture.hpp"

using namespace send_text;
using namespace send_text::testing;

namespace {

const std::string body = "Can you work on Monday?";

}  // namespace

TEST_CASE("a lost answer is asked about at once, and what the carrier has is accepted") {
    DeliveryFixture office;
    SimulatedCarrier& carrier = office.lines.add(line);
    fail_once(carrier, GENERATE_COPY(Fault::cut_after, Fault::throw_after));
    const auto request = office.send({number});
    office.step();
    CHECK(office.only_text(request).state == TextState::accepted);
    CHECK(office.only_text(request).carrier_message_id == carrier.messages.at(0).id);
    CHECK(carrier.send_requests == 1);
    CHECK(carrier.list_requests == 1);
    CHECK(office.taken == std::vector<E164>{number});
}

TEST_CASE("what the carrier does not have, and a text from after the grace shows it, is sent again") {
    DeliveryFixture office;
    SimulatedCarrier& carrier = office.lines.add(line);
    fail_once(carrier, GENERATE(Fault::cut_before, Fault::throw_before));
    const auto request = office.send({number, E164("+16515551205")});
    office.run_for(10s + 20s + 60s);
    CHECK(carrier.list_requests >= 4);
    CHECK(carrier.list_requests <= 10);
    office.send({E164("+16515551206")});
    office.run_for(59s);
    CHECK(carrier.send_requests == 3);
    office.run_for(5min);
    CHECK(carrier.send_requests == 4);
    CHECK(office.only_text(request).state == TextState::accepted);
    CHECK(carrier.received[number] == 1);
}

TEST_CASE("what turns up late, within the grace, is not sent twice") {
    DeliveryFixture office;
    SimulatedCarrier& carrier = office.lines.add(line);
    fail_once(carrier, Fault::cut_late);
    const auto request = office.send({number});
    office.run_to_end();
    CHECK(office.only_text(request).state == TextState::accepted);
    CHECK(carrier.send_requests == 1);
}

TEST_CASE("while the carrier cannot be asked a text stays unknown, however long, and the others leave") {
    DeliveryFixture office;
    SimulatedCarrier& carrier = office.lines.add(line);
    fail_once(carrier, Fault::cut_before);
    bool is_down = true;
    carrier.list_fails = [&] { return is_down; };
    const auto request = office.send(numbers(5));
    const auto later = office.send({numbers(1)[0], number});
    while (office.clock.now() < start_time + 24h) {
        const TimePoint deadline = office.step();
        REQUIRE(deadline > office.clock.now());
        REQUIRE(deadline <= office.clock.now() + 10min);
        office.clock.advance_to(deadline);
        if (office.clock.now() < start_time + 1min) continue;
        REQUIRE(office.outbox().progress(request).accepted == 4);
        REQUIRE(office.outbox().progress(later).accepted == 1);
    }
    CHECK(office.only_text(request).state == TextState::unknown);
    CHECK(office.only_text(later).state == TextState::queued);  // it does not overtake the one before
    CHECK(carrier.send_requests == 6);
    CHECK(carrier.list_requests < 1000);
    CHECK(office.log.count(LogSeverity::warning) == 2);  // the lost answer, and that it cannot be asked about

    is_down = false;
    office.run_to_end();
    CHECK(office.outbox().progress(request).accepted == 5);
    CHECK(office.outbox().progress(later).accepted == 2);
    for (const auto& [to, count] : carrier.received)
        CHECK(count == (to == numbers(1)[0] ? 2 : 1));
}

TEST_CASE("an earlier text with the same words is not taken for the lost one") {
    DeliveryFixture office;
    SimulatedCarrier& carrier = office.lines.add(line);
    carrier.next_fault = [&](const E164&) {
        return carrier.send_requests == 2 ? Fault::cut_before : Fault::none;
    };
    office.send({number});
    office.step();
    const auto second = office.send({number});
    office.run_to_end();
    CHECK(office.only_text(second).state == TextState::accepted);
    CHECK(carrier.received[number] == 2);
}

TEST_CASE("nor is what the inbox knows to be written in the carrier's own application") {
    DeliveryFixture office;
    SimulatedCarrier& carrier = office.lines.add(line);
    const auto id = carrier.take(number, body);
    office.conversations().add({line, number, id, false, body, start_time}, {{RecordKind::employee, 5814}},
                               start_time, 1h);
    fail_once(carrier, Fault::cut_before);
    const auto request = office.send({number});
    office.run_to_end();
    CHECK(office.only_text(request).state == TextState::accepted);
    CHECK(carrier.received[number] == 2);
}

TEST_CASE("nor a message to another number, an inbound one, or one from long before") {
    DeliveryFixture office;
    SimulatedCarrier& carrier = office.lines.add(line);
    carrier.take(number, body);
    office.clock.advance(27h);
    carrier.take(E164("+16515551299"), body);
    carrier.receive(number, body);
    fail_once(carrier, Fault::cut_before);
    const auto request = office.send({number});
    office.run_to_end();
    CHECK(office.only_text(request).state == TextState::accepted);
    CHECK(carrier.received[number] == 2);
}

TEST_CASE("a carrier whose clock is behind, or that trims the body, still has the text") {
    DeliveryFixture office;
    SimulatedCarrier& carrier = office.lines.add(line);
    fail_once(carrier, Fault::crash_after);
    const auto request = office.send({number}, line, "Two lines:\r\nMonday? ");
    CHECK_THROWS_AS(office.step(), Crash);
    carrier.messages.at(0).created_at -= 9min;
    carrier.messages.at(0).body = "Two lines:\nMonday?";
    office.start();
    office.run_to_end();
    CHECK(office.only_text(request).state == TextState::accepted);
    CHECK(carrier.send_requests == 1);
}

TEST_CASE("when the carrier's times or the computer's are hours wrong, a person decides") {
    DeliveryFixture office;
    SimulatedCarrier& carrier = office.lines.add(line);
    fail_once(carrier, Fault::crash_after);
    const auto request = office.send({number});
    CHECK_THROWS_AS(office.step(), Crash);
    carrier.messages.at(0).created_at -= GENERATE(as<Milliseconds>{}, 1h, 25h);
    office.start();
    office.run_to_end();
    CHECK(office.only_text(request).state == TextState::held);
    CHECK(office.only_text(request).reason.find("an earlier time") != std::string::npos);
    CHECK(carrier.send_requests == 1);
}

TEST_CASE("when the list has entries that cannot be read, a person decides") {
    DeliveryFixture office;
    SimulatedCarrier& carrier = office.lines.add(line);
    fail_once(carrier, Fault::cut_before);
    carrier.unreadable = 1;
    const auto request = office.send({number});
    office.run_to_end();
    CHECK(office.only_text(request).state == TextState::held);
    CHECK(carrier.send_requests == 1);
}

TEST_CASE("the grace begins when the answer is lost, though the computer slept during the request") {
    DeliveryFixture office;
    SimulatedCarrier& carrier = office.lines.add(line);
    carrier.next_fault = [&](const E164&) {
        if (carrier.send_requests > 1) return Fault::none;
        office.clock.advance(1h);
        return Fault::cut_late;
    };
    const auto request = office.send({number});
    office.run_to_end();
    CHECK(office.only_text(request).state == TextState::accepted);
    CHECK(carrier.send_requests == 1);
}

TEST_CASE("two lost texts with the same number and words are matched one to one") {
    DeliveryFixture office;
    SimulatedCarrier& carrier = office.lines.add(line);
    const bool both_were_taken = GENERATE(true, false);
    carrier.next_fault = [&](const E164&) {
        if (carrier.send_requests == 1) return Fault::cut_after;
        if (carrier.send_requests == 2) return both_were_taken ? Fault::cut_after : Fault::cut_before;
        return Fault::none;
    };
    int asked = 0;
    carrier.list_fails = [&] { return ++asked <= 1; };
    const auto first = office.send({number});
    const auto second = office.send({number});
    office.run_to_end();
    CHECK(office.only_text(first).state == TextState::accepted);
    CHECK(office.only_text(second).state == TextState::accepted);
    CHECK(office.only_text(first).carrier_message_id != office.only_text(second).carrier_message_id);
    CHECK(carrier.received[number] == 2);
}

TEST_CASE("a message of a lost text that is not due yet is not taken for one too many") {
    DeliveryFixture office;
    SimulatedCarrier& carrier = office.lines.add(line);
    office.step();
    const auto first = office.send({number});
    const auto second = office.send({number});
    for (const Milliseconds ask_after : {Milliseconds(1min), Milliseconds(0)}) {
        const TextId id = office.begin_sending(ask_after > 0ms ? first : second).id;
        carrier.take(number, body);
        office.outbox().answer_lost(id, start_time + ask_after, "Lost.", start_time);
    }
    CHECK(office.step() == no_deadline);
    CHECK(office.only_text(first).state == TextState::accepted);
    CHECK(office.only_text(second).state == TextState::accepted);
    CHECK(carrier.send_requests == 0);
}

TEST_CASE("when more messages fit than texts were lost, a person decides") {
    DeliveryFixture office;
    SimulatedCarrier& carrier = office.lines.add(line);
    carrier.take(number, body);
    fail_once(carrier, Fault::cut_after);
    const auto request = office.send({number});
    CHECK(office.step() == no_deadline);
    CHECK(office.only_text(request).state == TextState::held);
    CHECK(office.only_text(request).hold_reason == HoldReason::person);
    CHECK(office.only_text(request).reason.find("more than one message") != std::string::npos);
    CHECK(carrier.send_requests == 1);
}

TEST_CASE("when the list is too long to be read back to the text, a person decides") {
    DeliveryFixture office;
    SimulatedCarrier& carrier = office.lines.add(line);
    fail_once(carrier, Fault::crash_before);
    const auto request = office.send({number});
    CHECK_THROWS_AS(office.step(), Crash);
    office.clock.advance(1h);
    const int count = GENERATE(4'900, 5'100);
    for (int i = 0; i < count; ++i)
        carrier.receive(E164("+16515551299"), "Hi");
    office.start();
    office.step();
    CHECK(carrier.send_requests == 1);
    office.clock.advance(2min);
    office.step();
    office.send({E164("+16515551205")});  // shows that the list is current
    for (int i = 0; i < 4; ++i) {
        office.step();
        office.clock.advance(2min);
    }
    CHECK(office.only_text(request).state == (count > 5'000 ? TextState::held : TextState::accepted));
    CHECK(carrier.received[number] == (count > 5'000 ? 0 : 1));
    if (count > 5'000) CHECK(carrier.list_requests <= 500);
}

TEST_CASE("other texts of the line go on while one is in its grace") {
    DeliveryFixture office;
    SimulatedCarrier& carrier = office.lines.add(line);
    fail_once(carrier, Fault::cut_before);
    const auto request = office.send(numbers(10));
    const TimePoint deadline = office.step();
    CHECK(deadline <= start_time + 2s);
    office.clock.advance_to(deadline);
    office.step();
    CHECK(office.outbox().progress(request).accepted == 9);
    CHECK(office.only_text(request).state == TextState::unknown);
}

TEST_CASE("a lost text is found at the carrier although it lists the other form of the number") {
    DeliveryFixture office;
    SimulatedCarrier& carrier = office.lines.add(line);
    const E164 reached = GENERATE(E164("+525512345678"), E164("+5491123456789"), E164("+5511987654321"));
    carrier.next_fault = [&](const E164&) {
        if (carrier.send_requests > 1) return Fault::none;
        carrier.take(E164(forms_of_number(reached.str()).at(1)), body);
        return Fault::cut_before;  // the answer is lost all the same
    };
    const auto request = office.send({reached});
    office.run_to_end();
    CHECK(office.only_text(request).state == TextState::accepted);
    CHECK(carrier.send_requests == 1);
}
