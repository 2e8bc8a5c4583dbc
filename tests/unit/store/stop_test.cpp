// Somebody stops a request: what has not left does not leave any more.

#include <catch2/catch_test_macros.hpp>

#include "store/audit_store.hpp"
#include "store_fixture.hpp"

using namespace send_text;

namespace {

const Sender ann{7, "Ann"};

}  // namespace

TEST_CASE("Stopping cancels what is queued or held for hours, and nothing else") {
    Store store;
    std::vector<OutgoingText> six(6, {.number = jo, .records = {employee(1)}});
    for (std::size_t i = 0; i < six.size(); ++i)
        six[i].number = E164(jo.str() + std::to_string(i));
    const auto id = store.outbox.commit(request(six), at(1s));
    const auto other = store.outbox.commit(request(six), at(1s));
    const auto texts = store.outbox.texts_of(id);
    const Text accepted = store.outbox.claim(line, at(1s)).value();
    store.outbox.accepted(accepted.id, "SM1", at(1s), batch_window);
    const Text unknown = store.outbox.claim(line, at(1s)).value();
    store.outbox.answer_lost(unknown.id, at(2s), "timed out", at(1s));
    const Text person = store.outbox.claim(line, at(1s)).value();
    store.outbox.answer_lost(person.id, at(2s), "timed out", at(1s));
    store.outbox.hold_for_person(person.id, "cannot be told", at(1s));
    const Text sending = store.outbox.claim(line, at(1s)).value();
    store.outbox.hold_for_hours(texts[4].id, at(9s), "It is night.", at(1s));

    CHECK(store.outbox.stop(id, {8, "Kim"}, at(3s)) == 2);
    CHECK(store.text(accepted.id).state == TextState::accepted);
    CHECK(store.text(unknown.id).state == TextState::unknown);
    CHECK(store.text(person.id).state == TextState::held);
    CHECK(store.text(sending.id).state == TextState::sending);
    for (const std::size_t i : {4, 5}) {
        CHECK(store.text(texts[i].id).state == TextState::cancelled);
        CHECK(store.text(texts[i].id).reason == "Stopped by Kim before it left.");
    }
    const RequestProgress progress = store.outbox.progress(id);
    CHECK(progress.cancelled == 2);
    CHECK(progress.not_sent == 2);
    CHECK(progress.stoppable == 0);
    CHECK(store.outbox.progress(other).stoppable == 6);
    CHECK(store.outbox.claim(line, at(9999ms))->request_id == other);

    const AuditStore audit(*store.database);
    const AuditEntry entry = audit.after(0, 1000).back();
    CHECK(entry.action == "send.stop");
    CHECK(entry.who.name == "Kim");
    CHECK(entry.subject == "2 texts");
    CHECK(entry.request_id == id);
    CHECK(entry.outcome == "cancelled");

    CHECK(store.outbox.stop(id, ann, at(3s)) == 0);  // and says nothing
    CHECK(audit.after(entry.id, 10).empty());
    CHECK(store.outbox.stop(RequestId{4711}, ann, at(3s)) == 0);
}

TEST_CASE("What was stopped is nothing that a conversation tells of") {
    Store store;
    const Text text = store.queue(jo, {employee(1)}, at(1s));
    store.outbox.stop(text.request_id, {}, at(2s));
    CHECK(store.text(text.id).reason == "Stopped by a person before it left.");
    store.conversations.close_all();
    CHECK(store.conversations.unlogged(at(9s), 10).empty());
}

TEST_CASE("A text that was stopped while it was looked at is neither held nor refused") {
    Store store;
    const Text text = store.queue(jo, {employee(1)}, at(1s));
    store.outbox.stop(text.request_id, ann, at(2s));
    store.outbox.hold_for_hours(text.id, at(9s), "It is night.", at(2s));
    CHECK(store.text(text.id).state == TextState::cancelled);
    store.outbox.refuse(text.id, "No permission.", at(2s), batch_window);
    CHECK(store.text(text.id).state == TextState::cancelled);
    CHECK_FALSE(store.outbox.claim(line, at(2s), text.id));

    const Text other = store.queue(kim, {employee(1)}, at(1s));
    store.outbox.refuse(other.id, "No permission.", at(2s), batch_window);
    CHECK(store.text(other.id).state == TextState::rejected);
    CHECK(store.text(other.id).reason == "No permission.");
    store.conversations.close_all();
    CHECK(store.conversations.unlogged(at(9s), 10).size() == 1);
}

TEST_CASE("What was not sent is listed up to a bound, what was stopped last") {
    Store store;
    const std::vector<OutgoingText> ten(10, {.number = jo, .records = {}});
    const auto id = store.outbox.commit(request(ten), at(1s));
    store.outbox.commit(request(ten), at(1s));
    const auto texts = store.outbox.texts_of(id);
    store.force_state(texts[0].id, TextState::accepted);
    store.force_state(texts[1].id, TextState::cancelled);
    store.force_state(texts[2].id, TextState::failed);
    store.force_state(texts[3].id, TextState::sending);
    store.outbox.answer_lost(texts[3].id, at(2s), "", at(1s));
    store.outbox.hold_for_person(texts[3].id, "Please look.", at(1s));
    store.outbox.hold_for_hours(texts[4].id, at(9s), "It is night.", at(1s));
    store.force_state(texts[5].id, TextState::rejected);

    std::vector<TextId> ids;
    for (const Text& text : store.outbox.unsent_of(id, 100))
        ids.push_back(text.id);
    CHECK(ids == std::vector{texts[2].id, texts[3].id, texts[5].id, texts[1].id});
    CHECK(store.outbox.unsent_of(id, 3).size() == 3);
    CHECK(store.outbox.sender_of(id).name == "Ann");
    CHECK(store.outbox.sender_of(RequestId{4711}).rep_id == 0);
    CHECK(store.outbox.requests_under_way().size() == 2);
}
