// The plug-in, its store or its carrier may stop at any point: nobody gets a text twice, nobody gets none.

#include <Poco/Data/Session.h>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/generators/catch_generators_range.hpp>

#include "core/time.hpp"
#include "unit/delivery/delivery_fixture.hpp"

using namespace send_text;
using namespace send_text::testing;

namespace {

/// Makes the store fail when a text becomes one of `states`, as a full disk would.
void break_store(DeliveryFixture& office, const std::vector<TextState>& states) {
    std::string list;
    for (const TextState state : states) {
        list += (list.empty() ? "" : ", ") + std::to_string(static_cast<int>(state));
    }
    office.database().transaction([&list](Poco::Data::Session& session) {
        session << "CREATE TRIGGER full_disk BEFORE UPDATE OF state ON outgoing_text WHEN NEW.state IN (" +
                       list + ") BEGIN SELECT RAISE(ABORT, 'the disk is full'); END",
            Poco::Data::Keywords::now;
    });
}

void mend_store(DeliveryFixture& office) {
    office.database().transaction(
        [](Poco::Data::Session& session) { session << "DROP TRIGGER full_disk", Poco::Data::Keywords::now; });
}

}  // namespace

TEST_CASE("a crash before or after the request leads to one text") {
    DeliveryFixture office;
    SimulatedCarrier& carrier = office.lines.add(line);
    const Fault fault = GENERATE(Fault::crash_before, Fault::crash_after);
    carrier.next_fault = [&](const E164&) { return carrier.send_requests == 1 ? fault : Fault::none; };
    const auto request = office.send({number});
    CHECK_THROWS_AS(office.step(), Crash);
    CHECK(office.only_text(request).state == TextState::sending);
    office.start();
    office.run_to_end();
    CHECK(office.only_text(request).state == TextState::accepted);
    CHECK(carrier.received[number] == 1);
    CHECK(office.log.mentions("were being sent when"));
}

TEST_CASE("an answer that the store could not take is kept and written when it can") {
    DeliveryFixture office;
    SimulatedCarrier& carrier = office.lines.add(line);
    const auto request = office.send(numbers(3));
    break_store(office, {TextState::accepted});
    CHECK_THROWS_AS(office.step(), StoreError);
    CHECK(carrier.send_requests == 1);

    SECTION("by the next step, without asking the carrier") {
        mend_store(office);
    }
    SECTION("or, after a crash, found out from the carrier") {
        office.start();
        mend_store(office);
        CHECK(carrier.send_requests == 1);
    }
    office.run_to_end();
    CHECK(office.outbox().progress(request).accepted == 3);
    CHECK(carrier.send_requests == 3);
}

TEST_CASE("an answer that the store never takes holds its text for a person, and the others leave") {
    DeliveryFixture office;
    SimulatedCarrier& carrier = office.lines.add(line);
    carrier.next_fault = [](const E164& to) { return to == numbers(1)[0] ? Fault::reject : Fault::none; };
    const auto request = office.send(numbers(3));
    break_store(office, {TextState::rejected});
    CHECK_THROWS_AS(office.step(), StoreError);
    office.run_to_end();
    CHECK(office.only_text(request).state == TextState::held);
    CHECK(office.only_text(request).hold_reason == HoldReason::person);
    CHECK(office.outbox().progress(request).accepted == 2);
    CHECK(carrier.send_requests == 3);
}

TEST_CASE("nothing is sent while the store cannot say that it is being sent") {
    DeliveryFixture office;
    SimulatedCarrier& carrier = office.lines.add(line);
    office.send({number});
    break_store(office, {TextState::sending});
    CHECK_THROWS_AS(office.step(), StoreError);
    CHECK_THROWS_AS(office.step(), StoreError);
    CHECK(carrier.send_requests == 0);
    mend_store(office);
    office.run_to_end();
    CHECK(carrier.received[number] == 1);
}

TEST_CASE("a text that was left as being sent when the store failed is not forgotten until the next start") {
    DeliveryFixture office;
    SimulatedCarrier& carrier = office.lines.add(line);
    office.step();
    const auto request = office.send(numbers(2));
    office.outbox().claim(line, office.clock.now());  // as by a step whose store said that this failed
    break_store(office, {TextState::sending});
    CHECK_THROWS_AS(office.step(), StoreError);
    mend_store(office);
    office.run_to_end();
    CHECK(office.outbox().progress(request).accepted == 2);
    CHECK(carrier.received[numbers(1)[0]] == 1);
}

TEST_CASE("after any sequence of faults every number has exactly one text") {
    const auto seed = GENERATE(range(1, 5));
    INFO("seed " << seed);
    DeliveryFixture office(static_cast<std::uint64_t>(seed));
    SeededRandom chance(static_cast<std::uint64_t>(seed) * 1000);
    const auto is_bad = [](const E164& to) { return to.str().ends_with('7'); };
    const std::vector<Fault> faults = {Fault::busy,        Fault::stop_line,    Fault::cut_before,
                                       Fault::cut_after,   Fault::cut_late,     Fault::throw_before,
                                       Fault::throw_after, Fault::crash_before, Fault::crash_after};
    for (const LineId& from : {line, other_line}) {
        SimulatedCarrier& carrier = office.lines.add(from);
        carrier.next_fault = [&](const E164& to) {
            if (chance.one_in(2)) return faults.at(chance.next() % faults.size());
            return is_bad(to) ? Fault::reject : Fault::none;
        };
        carrier.list_fails = [&] { return chance.one_in(4); };
    }
    const auto to = numbers(100);
    const std::vector<RequestId> requests = {office.send(to), office.send(to, other_line)};
    bool is_store_broken = false;
    int crashes = 0;
    for (bool is_at_rest = false; !is_at_rest;) {
        if (is_store_broken) mend_store(office);
        is_store_broken = chance.one_in(10);
        if (is_store_broken) break_store(office, {TextState::accepted, TextState::unknown});
        try {
            const TimePoint deadline = office.step();
            is_at_rest = deadline == no_deadline;
            if (!is_at_rest) office.clock.advance_to(std::max(deadline, office.clock.now()));
        } catch (const Crash&) {
            ++crashes;
            office.clock.advance(Milliseconds(chance.next() % 180'000));
            office.start();
        } catch (const StoreError&) {
            office.clock.advance(30s);
        }
    }
    CHECK(crashes > 10);
    for (std::size_t i = 0; i < requests.size(); ++i) {
        SimulatedCarrier& carrier = office.lines.add(i == 0 ? line : other_line);
        for (const Text& text : office.outbox().texts_of(requests[i])) {
            INFO(text.number.str() << " is " << name_of(text.state) << ": " << text.reason);
            if (is_bad(text.number) && text.state == TextState::rejected) {
                CHECK(carrier.received[text.number] == 0);
            } else {
                CHECK(text.state == TextState::accepted);
                CHECK(carrier.received[text.number] == 1);
            }
        }
    }
}
