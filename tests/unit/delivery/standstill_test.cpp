// What stands still says so: to its sender and the administrators, once, with the reason, and when it is
// over.

#include <Poco/Data/Session.h>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "unit/delivery/delivery_fixture.hpp"

using namespace send_text;
using namespace send_text::testing;

namespace {

constexpr Milliseconds wait_until_told = 10min;

std::vector<std::int64_t> rep_ids(const WaitingTexts& waiting) {
    std::vector<std::int64_t> ids;
    for (const SenderCount& sender : waiting.senders)
        ids.push_back(sender.rep_id);
    return ids;
}

void break_store(DeliveryFixture& office) {
    office.database().transaction([](Poco::Data::Session& session) {
        session << "CREATE TRIGGER full_disk BEFORE UPDATE OF state ON outgoing_text "
                   "BEGIN SELECT RAISE(ABORT, 'the disk is full'); END",
            Poco::Data::Keywords::now;
    });
}

void mend_store(DeliveryFixture& office) {
    office.database().transaction(
        [](Poco::Data::Session& session) { session << "DROP TRIGGER full_disk", Poco::Data::Keywords::now; });
}

}  // namespace

TEST_CASE(
    "whatever keeps a line from sending, its senders are told after ten minutes, once, and when it is over") {
    DeliveryFixture office;
    SimulatedCarrier& carrier = office.lines.add(line);
    struct Case {
        Fault fault;
        WaitCause cause;
        std::string reason;
    };
    const Case failing =
        GENERATE(values<Case>({{Fault::busy, WaitCause::not_taken, "Too many requests."},
                               {Fault::proxy, WaitCause::line_stopped, "A proxy answered."},
                               {Fault::stop_line, WaitCause::line_stopped, "Password refused."}}));
    carrier.next_fault = [&](const E164&) { return failing.fault; };
    office.send({number}, line, "First", 8);
    office.send(numbers(40));
    office.run_for(wait_until_told - 1ms);
    CHECK(office.waits.empty());
    office.run_for(1min);
    REQUIRE(office.waits.size() == 1);
    const WaitingTexts first_notice = office.waits.front();
    CHECK(first_notice.line == line);
    CHECK(first_notice.cause == failing.cause);
    CHECK(first_notice.reason.starts_with(failing.reason));
    CHECK(first_notice.waited == 10min);
    CHECK(first_notice.is_new);
    CHECK(rep_ids(first_notice) == std::vector<std::int64_t>{7, 8});

    office.run_for(8h);
    CHECK(office.waits.size() == 1);
    office.send({E164("+16515559999")}, line, "Later", 9);
    office.step();
    REQUIRE(office.waits.size() == 2);
    CHECK(rep_ids(office.waits.back()) == std::vector<std::int64_t>{9});
    CHECK_FALSE(office.waits.back().is_new);

    carrier.next_fault = nullptr;
    CHECK(office.overs.empty());
    office.run_for(1h);
    REQUIRE(office.overs.size() == 1);
    CHECK(office.overs[0].cause == failing.cause);
    CHECK(office.overs[0].rep_ids == std::vector<std::int64_t>{7, 8, 9});
    office.run_for(1h);
    CHECK(office.waits.size() == 2);
}

TEST_CASE("a line whose answers are all lost says so, and which texts are in doubt") {
    DeliveryFixture office;
    SimulatedCarrier& carrier = office.lines.add(line);
    carrier.next_fault = [](const E164&) { return Fault::cut_before; };
    carrier.list_fails = [] { return true; };
    office.send(numbers(100));
    office.run_for(wait_until_told + 1min);
    REQUIRE(office.waits.size() == 2);
    for (const WaitCause cause : {WaitCause::answers_lost, WaitCause::in_doubt})
        CHECK((office.waits[0].cause == cause || office.waits[1].cause == cause));
}

TEST_CASE("a line whose account is gone says so to those whose texts wait") {
    DeliveryFixture office;
    office.lines.add(line);
    office.lines.remove(line);
    office.send({number});
    office.run_for(wait_until_told + 1min);
    REQUIRE(office.waits.size() == 1);
    CHECK(office.waits[0].cause == WaitCause::line_stopped);
    CHECK(office.waits[0].reason.find("No account") != std::string::npos);
    office.lines.add(line);
    office.run_to_end();
    CHECK(office.overs.size() == 1);
}

TEST_CASE("causes that take turns are told once each") {
    DeliveryFixture office;
    SimulatedCarrier& carrier = office.lines.add(line);
    carrier.list_fails = [] { return true; };
    carrier.next_fault = [&](const E164&) {
        return carrier.send_requests % 2 == 0 ? Fault::busy : Fault::cut_before;
    };
    office.send(numbers(500));
    office.run_for(12h);
    CHECK(office.waits.size() == 3);  // not taken, answers lost, and the texts in doubt
}

TEST_CASE("a failure in the morning is not held against a line in the evening") {
    DeliveryFixture office;
    SimulatedCarrier& carrier = office.lines.add(line);
    carrier.next_fault = [](const E164&) { return Fault::busy; };
    const auto request = office.send({number});
    office.run_for(1min);
    office.outbox().stop(request, {7, "Ann"}, office.clock.now());
    office.run_for(8h);
    office.send({number});
    office.run_for(wait_until_told - 1min);
    CHECK(office.waits.empty());
    office.run_for(2min);
    CHECK(office.waits.size() == 1);
}

TEST_CASE("a text in doubt that cannot be asked about is told after ten minutes, and the line goes on") {
    DeliveryFixture office;
    SimulatedCarrier& carrier = office.lines.add(line);
    fail_once(carrier, Fault::cut_before);
    bool is_down = true;
    carrier.list_fails = [&] { return is_down; };
    carrier.list_error = GENERATE(GatewayError::Kind::unreachable, GatewayError::Kind::bad_answer,
                                  GatewayError::Kind::credentials_refused);
    const auto request = office.send(numbers(20));
    office.send({numbers(1)[0]}, line, "Later", 8);
    office.send({number}, line, "To somebody else", 9);
    office.run_for(wait_until_told - 1ms);
    CHECK(office.outbox().progress(request).accepted == 19);
    CHECK(office.waits.empty());
    office.run_for(wait_until_told);
    REQUIRE(office.waits.size() == 1);
    CHECK(office.waits[0].cause == WaitCause::in_doubt);
    CHECK(office.waits[0].reason == "The carrier cannot be reached.");
    CHECK(office.waits[0].texts == 2);
    CHECK(rep_ids(office.waits[0]) == std::vector<std::int64_t>{7, 8});
    CHECK(office.stopped_lines.empty());

    is_down = false;
    office.run_for(1h);
    office.send({E164("+16515551299")});  // shows that the list is current
    office.run_for(1h);
    REQUIRE(office.overs.size() == 1);
    CHECK(office.overs[0].cause == WaitCause::in_doubt);
    CHECK(carrier.received[numbers(1)[0]] == 2);
}

TEST_CASE("a doubt that becomes a person's to settle is not over for its sender") {
    DeliveryFixture office;
    SimulatedCarrier& carrier = office.lines.add(line);
    fail_once(carrier, Fault::cut_before);
    bool is_down = true;
    carrier.list_fails = [&] { return is_down; };
    const auto request = office.send({number});
    office.send({number}, line, "Later", 8);
    office.run_for(2 * wait_until_told);
    REQUIRE(office.waits.size() == 1);
    CHECK_FALSE(office.waits[0].can_be_asked);
    REQUIRE(office.waits[0].in_doubt.size() == 1);
    CHECK(office.waits[0].in_doubt[0].text_id == office.only_text(request).id);
    CHECK(office.waits[0].in_doubt[0].rep_id == 7);

    is_down = false;
    carrier.unreadable = 1;
    office.run_for(1h);
    REQUIRE(office.only_text(request).state == TextState::held);
    REQUIRE(office.overs.size() == 1);  // for who sent the later text
    CHECK(office.overs[0].rep_ids == std::vector<std::int64_t>{8});
    CHECK(office.waits.size() == 1);
}

TEST_CASE("of a doubt that the carrier will settle it is said that it will") {
    DeliveryFixture office;
    SimulatedCarrier& carrier = office.lines.add(line);
    fail_once(carrier, Fault::cut_before);
    office.send({number});
    office.run_for(2 * wait_until_told);
    REQUIRE(office.waits.size() == 1);
    CHECK(office.waits[0].cause == WaitCause::in_doubt);
    CHECK(office.waits[0].can_be_asked);
}

TEST_CASE("a text that alone is not taken is told, though the line works") {
    DeliveryFixture office;
    SimulatedCarrier& carrier = office.lines.add(line);
    carrier.next_fault = [](const E164& to) { return to == number ? Fault::busy : Fault::none; };
    office.send({number});
    for (int minute = 0; minute < 25; ++minute) {
        office.send({E164("+1651555" + std::to_string(2000 + minute))}, line, "Others", 8);
        office.run_for(1min);
    }
    REQUIRE(office.waits.size() == 1);
    CHECK(office.waits[0].cause == WaitCause::some_texts);
    CHECK(office.waits[0].reason == "Too many requests.");
    CHECK(rep_ids(office.waits[0]) == std::vector<std::int64_t>{7});
}

TEST_CASE("what waits for the texting hours, or for the line's pace, does not stand still") {
    DeliveryFixture office;
    office.lines.add(line);
    SECTION("hours") {
        office.permitted_from = start_time + 10h;
    }
    SECTION("pace") {
        Settings slow;
        slow.segments_per_minute = 1;
        office.settings.set(slow);
    }
    office.send(numbers(60));
    office.run_for(50min);
    CHECK(office.waits.empty());
}

TEST_CASE("a store that fails is told after ten minutes, with whose texts wait") {
    DeliveryFixture office;
    office.lines.add(line);
    office.send({number});
    break_store(office);
    office.run_for(wait_until_told - 1ms);
    CHECK(office.waits.empty());
    office.run_for(1h);
    REQUIRE(office.waits.size() == 1);
    CHECK(office.waits[0].cause == WaitCause::store_fails);
    CHECK(office.waits[0].line.empty());
    CHECK(office.waits[0].reason.find("disk is full") != std::string::npos);
    CHECK(rep_ids(office.waits[0]) == std::vector<std::int64_t>{7});
    mend_store(office);
    office.run_for(1min);
    REQUIRE(office.overs.size() == 1);
    CHECK(office.overs[0].cause == WaitCause::store_fails);
}

TEST_CASE("a text never overtakes an earlier one to its number, which was put back or is in doubt") {
    DeliveryFixture office;
    SimulatedCarrier& carrier = office.lines.add(line);
    fail_once(carrier, GENERATE(Fault::busy, Fault::proxy, Fault::cut_before, Fault::stop_line));
    office.send({number}, line, "First");
    office.send({number, numbers(1)[0]}, line, "Second");
    office.run_to_end();
    std::vector<std::string> bodies;
    for (const CarrierMessage& message : carrier.messages) {
        if (message.number == number) bodies.push_back(message.body);
    }
    CHECK(bodies == std::vector<std::string>{"First", "Second"});
}

TEST_CASE("a text that a person has to decide about keeps none back") {
    DeliveryFixture office;
    SimulatedCarrier& carrier = office.lines.add(line);
    fail_once(carrier, Fault::cut_before);
    carrier.unreadable = 1;
    const auto first = office.send({number});
    const auto second = office.send({number}, line, "Second");
    office.run_to_end();
    CHECK(office.only_text(first).state == TextState::held);
    CHECK(office.only_text(second).state == TextState::accepted);
}
