// What the carrier turns out to have of texts about which a person decided: who is told, and what stands
// there.

#include <catch2/catch_test_macros.hpp>

#include "unit/conversations/conversation_fixture.hpp"

using namespace send_text;
using namespace send_text::testing;

namespace {

const Sender maria{9, "Maria Johansen"};

struct DecidedFixture : ConversationFixture {
    /// The carrier has a text of Alexander's (rep 7), but its answer was lost, and Maria has decided.
    Text decided(Decision decision) {
        const auto id =
            outbox.commit({"Hello", {7, "Alexander Swanson"}, {{number, {dominic}, line}}}, clock.now());
        outbox.claim(line, clock.now());
        carrier.send(number, "Hello");
        const Text text = outbox.texts_of(id).front();
        outbox.answer_lost(text.id, clock.now(), "", clock.now());
        outbox.hold_for_person(text.id, "Nobody knows.", clock.now());
        clock.advance(1s);
        outbox.decide({text.id}, decision, maria, clock.now(), batch_window());
        return text;
    }
    Text now(const Text& text) { return outbox.texts_of(text.request_id).front(); }
    std::vector<std::int64_t> notified_reps() const {
        std::vector<std::int64_t> reps;
        for (const auto& each : notifier.notifications)
            reps.push_back(each.rep_id);
        return reps;
    }
    static std::size_t count(const std::string& text, const std::string& part) {
        std::size_t found = 0;
        for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1))
            ++found;
        return found;
    }
};

}  // namespace

TEST_CASE("what was said to be sent is followed from when it is listed, stands once, and nobody is told") {
    DecidedFixture office;
    const Text text = office.decided(Decision::was_sent);
    office.carrier.messages.back().state = CarrierState::delivered;
    office.poll();
    CHECK(office.now(text).state == TextState::delivered);
    CHECK(office.now(text).carrier_message_id == office.carrier.messages.back().id);
    CHECK(office.notified_reps().empty());
    const std::string logged = office.logged_text();
    CHECK(DecidedFixture::count(logged, "Hello") == 1);
    CHECK(logged.find("Alexander Swanson: Hello") != std::string::npos);
}

TEST_CASE("what was to be sent again does not leave when it is listed before, and both are told") {
    DecidedFixture office;
    const Text text = office.decided(Decision::send_again);
    office.poll();
    CHECK(office.now(text).state == TextState::accepted);
    CHECK_FALSE(office.outbox.claim(line, office.clock.now()));
    CHECK(office.notified_reps() == std::vector<std::int64_t>{7, 9});
    CHECK(office.notifier.notifications[0].title == "A text was already sent");
    CHECK(office.notifier.notifications[0].text.find(
              "(651) 555-1204 that Maria Johansen wanted sent again") != std::string::npos);
    office.poll();
    CHECK(office.notified_reps().size() == 2);
    CHECK(DecidedFixture::count(office.logged_text(), "Hello") == 1);
}

TEST_CASE("what was sent again and is listed from before stands twice, and both are told") {
    DecidedFixture office;
    const Text text = office.decided(Decision::send_again);
    office.outbox.claim(line, office.clock.now());
    const std::string id = office.carrier.send(number, "Hello").carrier_message_id;
    office.outbox.accepted(text.id, id, office.clock.now(), office.batch_window());
    office.poll();
    CHECK(office.notified_reps() == std::vector<std::int64_t>{7, 9});
    CHECK(office.notifier.notifications[0].title == "A text was sent twice");
    const std::string logged = office.logged_text();
    CHECK(DecidedFixture::count(logged, "Alexander Swanson: Hello") == 2);
    CHECK(logged.find("own application") == std::string::npos);
}

TEST_CASE("what was not to be sent and is listed stands as sent, and both are told") {
    DecidedFixture office;
    const Text text = office.decided(Decision::do_not_send);
    office.poll();
    CHECK(office.now(text).state == TextState::accepted);
    CHECK(office.notified_reps() == std::vector<std::int64_t>{7, 9});
    CHECK(office.notifier.notifications[0].title == "A text was sent after all");
    const std::string logged = office.logged_text();
    CHECK(DecidedFixture::count(logged, "Hello") == 1);
    CHECK(logged.find("NOT SENT") == std::string::npos);
}
