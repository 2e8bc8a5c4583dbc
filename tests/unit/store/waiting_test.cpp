// What waits and why, what a person stops of it one by one, and failures that nobody was told of.

#include <catch2/catch_test_macros.hpp>

#include "store_fixture.hpp"

using namespace send_text;

namespace {

const Sender kim_swift{8, "Kim"};

/// A request to three, which have left by different ways.
struct Waiting : Store {
    Waiting() {
        id = outbox.commit(request({{.number = jo, .records = {employee(1), contact(2)}},
                                    {.number = kim, .records = {employee(2)}},
                                    {.number = E164("+16515551206"), .records = {employee(3)}}}),
                           at(1s));
        const Text delayed = outbox.claim(line, at(1s)).value();
        outbox.put_back(delayed.id, at(9s), "The carrier is busy.", at(2s));
        const Text asked = outbox.claim(line, at(2s)).value();
        outbox.answer_lost(asked.id, at(9s), "It timed out.", at(2500ms));
        texts = outbox.texts_of(id);
        outbox.hold_for_hours(texts[2].id, at(7s), "It is night.", at(2500ms));
    }
    RequestId id{};
    std::vector<Text> texts;
};

}  // namespace

TEST_CASE("What waits is told with its records, its reason and whose it is") {
    Waiting store;
    CHECK(store.outbox.requests_waiting() == std::vector{store.id});
    const auto groups = store.outbox.waiting(store.id);
    REQUIRE(groups.size() == 1);
    CHECK(groups[0].whose.request_id == store.id);
    CHECK(groups[0].whose.line == line);
    CHECK(groups[0].whose.sender.rep_id == 7);
    CHECK(groups[0].whose.count == 3);
    REQUIRE(groups[0].texts.size() == 3);
    CHECK(groups[0].texts[0].records == std::vector{employee(1), contact(2)});
    CHECK(groups[0].texts[0].reason == "The carrier is busy.");
    CHECK(groups[0].texts[1].state == TextState::unknown);
    CHECK(groups[0].texts[2].not_before == at(7s));
    CHECK(store.outbox.waiting_texts({store.texts[2].id, TextId{99}}).size() == 1);
}

TEST_CASE("A request says why it waits, and until when") {
    Waiting store;
    const RequestProgress progress = store.outbox.progress(store.id);
    CHECK(progress.delayed == 1);
    CHECK(progress.being_asked == 1);
    CHECK(progress.out_of_hours == 1);
    const RequestDelay delay = store.outbox.delay(store.id, at(3s));
    CHECK(delay.reason == "It timed out.");
    CHECK(delay.holds_all);
    CHECK(delay.first_number.str() == "+16515551206");
    CHECK(delay.first_leaves_at == at(7s));

    const auto next = store.outbox.commit(request({{.number = E164("+16515551207"), .records = {}}}), at(3s));
    CHECK(store.outbox.delay(next, at(3s)).reason == "The carrier is busy.");  // its line takes none
    CHECK(store.outbox.delay(next, at(9s)).reason.empty());
}

TEST_CASE("Single texts are stopped, those that the carrier is asked about too") {
    Waiting store;
    const auto stopped =
        store.outbox.stop_texts({store.texts[1].id, store.texts[2].id}, kim_swift, at(4s), batch_window);
    CHECK(stopped == std::map<RequestId, std::int64_t>{{store.id, 2}});
    CHECK(store.text(store.texts[0].id).state == TextState::queued);
    CHECK(store.text(store.texts[1].id).state == TextState::cancelled);
    CHECK(store.text(store.texts[2].id).reason == "Stopped by Kim before it left.");
    CHECK(store.outbox.stop_texts({store.texts[1].id, TextId{99}}, kim_swift, at(4s), batch_window).empty());
    // That the carrier does not have it comes too late to have it sent again.
    store.outbox.put_back(store.texts[1].id, no_time, "Not there.", at(5s));
    CHECK(store.text(store.texts[1].id).state == TextState::cancelled);
    CHECK(store.outbox.stop_asked(store.id, kim_swift, at(4s), batch_window) == 0);
}

TEST_CASE("A failure is given until it was told, with whom it was for") {
    Store store;
    const Text text = store.send(jo, {employee(1)}, at(1s), "Are you free?");
    CHECK(store.outbox.unreported_failures().empty());
    CHECK(store.outbox.record_progress(line, text.carrier_message_id, TextState::failed, "Unreachable.",
                                       at(2s)) == text.request_id);
    CHECK_FALSE(store.outbox.record_progress(line, text.carrier_message_id, TextState::failed, "Unreachable.",
                                             at(3s)));
    const auto failures = store.outbox.unreported_failures();
    REQUIRE(failures.size() == 1);
    CHECK(failures[0].rep_id == 7);
    CHECK(failures[0].number == jo);
    CHECK(failures[0].body == "Are you free?");
    CHECK(failures[0].reason == "Unreachable.");
    CHECK(failures[0].records == std::vector{employee(1)});
    CHECK(store.outbox.unreported_failures().size() == 1);
    store.outbox.mark_failures_reported(failures);
    CHECK(store.outbox.unreported_failures().empty());
    CHECK(store.outbox.progress(text.request_id).undelivered == 1);
}
