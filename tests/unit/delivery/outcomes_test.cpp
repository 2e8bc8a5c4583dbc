// What each answer of the carrier makes of a text, and of its line.

#include <catch2/catch_test_macros.hpp>
#include <set>

#include "core/time.hpp"
#include "unit/delivery/delivery_fixture.hpp"

using namespace send_text;
using namespace send_text::testing;

TEST_CASE("what is accepted is stored with the carrier's id and joins the conversation") {
    DeliveryFixture office;
    SimulatedCarrier& carrier = office.lines.add(line);
    const auto request = office.send({number});
    CHECK(office.step() == no_deadline);
    const Text text = office.only_text(request);
    CHECK(text.state == TextState::accepted);
    CHECK(text.carrier_message_id == carrier.messages.at(0).id);
    CHECK(carrier.received[number] == 1);
    office.conversations().close_all();
    CHECK(office.conversations().unlogged(office.clock.now(), 10).size() == 1);
}

TEST_CASE("one rejected recipient gets the reason and does not stop the others") {
    DeliveryFixture office;
    office.lines.add(line).next_fault = [](const E164& to) {
        return to == number ? Fault::reject : Fault::none;
    };
    const auto request = office.send({number, E164("+16515551205"), E164("+16515551206")});
    CHECK(office.step() == no_deadline);
    const auto texts = office.outbox().texts_of(request);
    CHECK(texts[0].state == TextState::rejected);
    CHECK(texts[0].reason == "Not a mobile number.");
    CHECK(texts[1].state == TextState::accepted);
    CHECK(texts[2].state == TextState::accepted);
}

TEST_CASE("a busy carrier slows the whole line, for as long as it asked") {
    DeliveryFixture office;
    SimulatedCarrier& carrier = office.lines.add(line);
    carrier.retry_after = 120s;
    carrier.next_fault = [](const E164&) { return Fault::busy; };
    const auto request = office.send(numbers(200));
    const TimePoint deadline = office.step();
    CHECK(carrier.send_requests == 1);
    CHECK(deadline >= start_time + 120s);
    CHECK(deadline <= start_time + 122s);
    CHECK(office.only_text(request).state == TextState::queued);
    CHECK(office.only_text(request).not_before >= start_time + 120s);

    office.clock.advance_to(deadline - 1ms);
    office.step();
    CHECK(carrier.send_requests == 1);

    carrier.next_fault = nullptr;
    office.run_to_end();
    CHECK(office.outbox().progress(request).accepted == 200);
    CHECK(carrier.send_requests == 201);
}

TEST_CASE("a line whose password is refused waits, tells people once, and takes nobody else with it") {
    DeliveryFixture office;
    SimulatedCarrier& carrier = office.lines.add(line);
    SimulatedCarrier& other = office.lines.add(other_line);
    carrier.next_fault = [](const E164&) { return Fault::stop_line; };
    const auto request = office.send(numbers(100));
    office.send(numbers(10), other_line);
    TimePoint deadline = office.step();
    CHECK(carrier.send_requests == 1);
    CHECK(other.send_requests == 10);
    CHECK(deadline == start_time + 5min);
    CHECK(office.stopped_lines == std::vector<LineId>{line});
    CHECK(office.log.count(LogSeverity::warning) == 1);

    office.clock.advance_to(deadline);
    deadline = office.step();
    CHECK(carrier.send_requests == 2);
    CHECK(office.stopped_lines.size() == 1);
    CHECK(office.log.count(LogSeverity::warning) == 1);

    SECTION("and goes on by itself") {
        carrier.next_fault = nullptr;
        office.run_to_end();
        CHECK(office.outbox().progress(request).accepted == 100);
        CHECK(office.clock.now() == deadline);
        CHECK(office.log.mentions("can text again"));
    }
    SECTION("and goes on at once when the password was changed") {
        carrier.next_fault = nullptr;
        office.worker().accounts_changed();
        office.step();
        CHECK(carrier.send_requests > 2);
    }
}

TEST_CASE("texts of a line without an account, or without its secret, stay queued and untried") {
    DeliveryFixture office;
    SimulatedCarrier& carrier = office.lines.add(line);
    const auto request = office.send({number});
    SECTION("no account") {
        office.lines.remove(line);
    }
    SECTION("no secret") {
        office.lines.secret_fails = true;
    }
    CHECK(office.step() == start_time + 5min);
    CHECK(office.only_text(request).state == TextState::queued);
    CHECK(office.only_text(request).attempts == 0);
    CHECK(office.stopped_lines.size() == 1);

    office.lines.add(line);
    office.lines.secret_fails = false;
    office.run_to_end();
    CHECK(office.only_text(request).state == TextState::accepted);
    CHECK(carrier.received[number] == 1);
}

TEST_CASE("a line with thousands of texts does not starve another") {
    DeliveryFixture office;
    SimulatedCarrier& busy = office.lines.add(line);
    SimulatedCarrier& small = office.lines.add(other_line);
    office.send(numbers(1000));
    office.send(numbers(20), other_line);
    CHECK(office.step() <= office.clock.now());  // there is more to do
    CHECK(small.send_requests == 20);
    CHECK(busy.send_requests >= 20);
    CHECK(busy.send_requests + small.send_requests <= 50);
}

TEST_CASE("more lines than one step has turns are all served") {
    DeliveryFixture office;
    std::vector<SimulatedCarrier*> carriers;
    for (const E164& sender : numbers(120, 16125550000)) {
        const LineId from(sender.str());
        carriers.push_back(&office.lines.add(from));
        office.send(numbers(5), from);
    }
    for (int i = 0; i < 3; ++i)
        office.step();
    for (const SimulatedCarrier* carrier : carriers)
        CHECK(carrier->send_requests >= 1);
}

TEST_CASE("a step ends at the first text after the stop") {
    DeliveryFixture office;
    SimulatedCarrier& carrier = office.lines.add(line);
    carrier.next_fault = [&](const E164&) {
        office.is_stopping = carrier.send_requests == 3;
        return Fault::none;
    };
    const auto request = office.send(numbers(100));
    office.step();
    CHECK(carrier.send_requests == 3);
    CHECK(office.outbox().progress(request).accepted == 3);
}

TEST_CASE("log lines carry no body and no full number, whatever happens") {
    DeliveryFixture office(99);
    SimulatedCarrier& carrier = office.lines.add(line);
    const auto all = std::vector{Fault::none,      Fault::reject,   Fault::busy,         Fault::stop_line,
                                 Fault::cut_after, Fault::cut_late, Fault::throw_before, Fault::throw_after};
    std::size_t next = 0;
    carrier.next_fault = [&](const E164&) { return all.at(next++ % all.size()); };
    bool is_up = false;
    carrier.list_fails = [&] { return is_up = !is_up; };
    const auto to = numbers(24);
    office.send(to, line, "Secret words");
    office.run_to_end();
    std::set<std::string> logged;
    for (const auto& [severity, words] : office.log.lines)
        logged.insert(words);
    CHECK(logged.size() > 20);
    for (const std::string& words : logged) {
        INFO(words);
        CHECK(words.find("Secret") == std::string::npos);
        CHECK(words.find(line.str().substr(2)) == std::string::npos);
        for (const E164& text_number : to) {
            CHECK(words.find(text_number.str().substr(text_number.str().size() - 4)) == std::string::npos);
        }
    }
}
