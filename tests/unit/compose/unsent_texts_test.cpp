// What has not left, by record, at once; and the window in which it is stopped.

#include <catch2/catch_test_macros.hpp>

#include <array>

#include "compose/sending/waiting_dialog.hpp"
#include "compose/sending/waiting_view.hpp"
#include "core/time.hpp"
#include "unit/compose/compose_fixture.hpp"

using namespace send_text;
using namespace send_text::testing;

namespace {

const LineId line("+16515550100");
const Decider ann{1, 3, false};
const Decider stranger{9, 99, false};

RecordRef employee(std::int64_t id) {
    return {RecordKind::employee, id};
}

struct WaitingFixture : ComposeFixture {
    /// A text to each of the records, which share its number or not.
    RequestId commit(const std::vector<std::vector<RecordRef>>& owners, std::int64_t rep_id = 1) {
        SendRequest request{"Are you free on Monday?", {rep_id, "Alexander Swanson"}, {}};
        for (const auto& records : owners)
            request.texts.push_back({E164("+1651455" + std::to_string(1000 + committed++)), records, line});
        const RequestId id = outbox.commit(request, clock.now());
        waiting.changed(id);
        waiting.refresh();
        return id;
    }
    std::int64_t count(std::int64_t person, const Decider& who = ann) const {
        return waiting.summary(std::array{employee(person)}, who).count;
    }
    std::string words(const std::vector<RecordRef>& records) const {
        return describe(waiting.summary(records, ann), "America/Chicago", clock.now());
    }

    int committed = 0;
};

}  // namespace

TEST_CASE("a text is counted for each of its records, and once for all of them") {
    WaitingFixture office;
    office.commit({{employee(1), employee(2)}, {employee(3)}});
    CHECK(office.count(1) == 1);
    CHECK(office.count(2) == 1);
    CHECK(office.count(4) == 0);
    CHECK(office.waiting.summary(std::vector{employee(1), employee(2), employee(3)}, ann).count == 2);
}

TEST_CASE("who may not stop a text does not hear of it") {
    WaitingFixture office;
    office.commit({{employee(1)}}, 1);
    CHECK(office.count(1, stranger) == 0);
    CHECK(office.count(1, {9, 3, false}) == 1);  // of the line's branch
    CHECK(office.count(1, {9, 99, true}) == 1);  // administers
    CHECK(office.waiting.ids({}, stranger).empty());
}

TEST_CASE("what leaves is not counted any more, of what is read at the start neither") {
    WaitingFixture office;
    const auto id = office.commit({{employee(1)}, {employee(1)}});
    CHECK(office.count(1) == 2);
    const Text text = office.outbox.claim(line, office.clock.now()).value();
    office.outbox.accepted(text.id, "c1", office.clock.now(), 1h);
    office.waiting.changed(id);
    office.waiting.refresh();
    CHECK(office.count(1) == 1);
    UnsentTexts next_run(office.outbox, office.clock);
    CHECK(next_run.is_empty());
    next_run.refresh();
    CHECK(next_run.summary(std::array{employee(1)}, ann).count == 1);
}

TEST_CASE("a large request is not read for each of its texts") {
    WaitingFixture office;
    const auto id = office.commit(std::vector<std::vector<RecordRef>>(200, {employee(1)}));
    const auto leave = [&](int count) {
        for (int i = 0; i < count; ++i) {
            const Text text = office.outbox.claim(line, office.clock.now()).value();
            office.outbox.accepted(text.id, "c" + std::to_string(number_of(text.id)), office.clock.now(), 1h);
            office.waiting.changed(id);
        }
    };
    leave(3);
    CHECK(office.waiting.refresh() == office.clock.now() + 2s);
    CHECK(office.count(1) == 200);
    office.clock.advance(2s);
    CHECK(office.waiting.refresh() == no_deadline);
    CHECK(office.count(1) == 197);
    leave(10);
    office.waiting.refresh();
    CHECK(office.count(1) == 187);
}

TEST_CASE("a record says why its texts wait, and until when") {
    WaitingFixture office;
    const auto id = office.commit({{employee(1)}, {employee(2)}, {employee(3)}});
    const auto texts = office.outbox.texts_of(id);
    CHECK(office.words({employee(1)}) == "1 text has not left yet.");
    CHECK(office.words({employee(4)}).empty());
    const TimePoint at = office.clock.now() + 1h;
    office.outbox.hold_for_hours(texts[0].id, at, "It is night.", office.clock.now());
    office.outbox.claim(line, office.clock.now());
    office.outbox.put_back(texts[1].id, at, "The carrier is busy.", office.clock.now());
    office.outbox.claim(line, office.clock.now());
    office.outbox.answer_lost(texts[2].id, at, "It timed out.", office.clock.now());
    office.waiting.changed(id);
    office.clock.advance(2s);
    office.waiting.refresh();
    CHECK(office.words({employee(1)}).starts_with("1 text waits until "));
    CHECK(office.words({employee(2)}) ==
          "1 text is not sent yet. The carrier is busy. Send Text will try again automatically.");
    CHECK(office.words({employee(3)}) ==
          "It is not yet known whether the carrier accepted 1 text. It timed out. Send Text is asking the "
          "carrier, so that nobody is texted twice.");
}

TEST_CASE("the window stops one text or all, and shows all that a person may stop") {
    WaitingFixture office;
    const auto mine = office.commit({{employee(1)}, {employee(2)}});
    office.commit({{employee(3)}});
    show_waiting(office.services, office.session.user(), {employee(1), employee(2)});
    office.settle();
    REQUIRE(office.rows("waiting").size() == 2);
    CHECK(office.rows("waiting")[0].at("title") == "Person 1");
    office.event({{"event", "row_action"},
                  {"element", "waiting"},
                  {"row", office.rows("waiting")[0].at("id")},
                  {"action", "stop"}});
    office.settle();
    CHECK(office.text("outcome") == "1 text was stopped.");
    CHECK(office.outbox.progress(mine).cancelled == 1);
    REQUIRE(office.rows("waiting").size() == 1);

    office.event({{"event", "changed"}, {"element", "which"}, {"value", "all"}});
    office.settle();
    REQUIRE(office.rows("waiting").size() == 2);
    office.press("stop_all");
    office.dialogs.on_event(
        office.windows.last_id,
        {{"event", "pressed"}, {"button", "confirm"}, {"values", nlohmann::json::object()}});
    office.settle();
    CHECK(office.text("outcome") == "2 texts were stopped.");
    CHECK(office.rows("waiting").empty());
    CHECK_FALSE(office.outbox.claim(line, office.clock.now()));
}

TEST_CASE("a text that the carrier is asked about is not sent again once it is stopped") {
    WaitingFixture office;
    const auto id = office.commit({{employee(1)}});
    const Text text = office.outbox.claim(line, office.clock.now()).value();
    office.outbox.answer_lost(text.id, office.clock.now(), "It timed out.", office.clock.now());
    const auto stopped = office.outbox.stop_texts({text.id}, {1, "Ann"}, office.clock.now(), 1h);
    CHECK(stopped == std::map<RequestId, std::int64_t>{{id, 1}});
    CHECK(office.outbox.texts_of(id)[0].state == TextState::cancelled);
    // The answer that the carrier does not have it comes too late to have it sent.
    office.outbox.put_back(text.id, no_time, "Not there.", office.clock.now());
    CHECK(office.outbox.texts_of(id)[0].state == TextState::cancelled);
}
