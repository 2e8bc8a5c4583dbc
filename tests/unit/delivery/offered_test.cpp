// Unknown texts of which the carrier cannot be asked reach people, who need not wait for it.

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "core/time.hpp"
#include "unit/delivery/delivery_fixture.hpp"

using namespace send_text;
using namespace send_text::testing;

namespace {

struct DoubtfulFixture : DeliveryFixture {
    DoubtfulFixture() {
        fail_once(carrier, Fault::cut_after);
        carrier.list_fails = [] { return true; };
        request = send({number});
        step();
    }
    /// Time passes, in steps, as the worker wants.
    void pass(Milliseconds time) {
        for (TimePoint end = clock.now() + time; clock.now() < end; step())
            clock.advance(15s);
    }
    std::int64_t undecided() { return outbox().progress(request).undecided; }

    SimulatedCarrier& carrier = lines.add(line);
    RequestId request{};
};

}  // namespace

TEST_CASE("after ten minutes in which the carrier could not be asked a person may decide") {
    DoubtfulFixture office;
    office.pass(9min);
    CHECK(office.undecided() == 0);
    office.pass(6min);
    REQUIRE(office.undecided() == 1);
    const Text text = office.only_text(office.request);
    CHECK(text.state == TextState::unknown);
    CHECK(text.reason.find("the carrier has not been able to say for 1") != std::string::npos);

    SECTION("the carrier settles it when it can be asked before") {
        office.carrier.list_fails = nullptr;
        office.pass(10min);
        CHECK(office.only_text(office.request).state == TextState::accepted);
    }
    SECTION("what a person decides stands, and nobody is texted twice") {
        const Decision decision = GENERATE(Decision::was_sent, Decision::do_not_send);
        office.outbox().decide({text.id}, decision, {9, "Maria Johansen"}, office.clock.now(), 1h);
        office.carrier.list_fails = nullptr;
        office.pass(20min);
        CHECK(office.only_text(office.request).state ==
              (decision == Decision::was_sent ? TextState::accepted : TextState::cancelled));
    }
    CHECK(office.carrier.received[number] == 1);
    CHECK(office.undecided() == 0);
}

TEST_CASE("a clock that is set does not make people decide sooner") {
    DoubtfulFixture office;
    office.clock.set(office.clock.now() + 1h);
    office.step();
    CHECK(office.undecided() == 0);
}

TEST_CASE("when the account is gone a person may decide at once") {
    DoubtfulFixture office;
    office.lines.remove(line);
    office.pass(10min);
    REQUIRE(office.undecided() == 1);
    CHECK(office.only_text(office.request).reason.find("this number no longer has a texting account") !=
          std::string::npos);
}
