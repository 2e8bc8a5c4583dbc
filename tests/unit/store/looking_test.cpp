// Texts that are to be looked for in the carrier's list before they leave, and what is noted for that.

#include <catch2/catch_test_macros.hpp>

#include "core/clock.hpp"
#include "store_fixture.hpp"

using namespace send_text;

namespace {

const CarrierAccount account{"twilio", "AC1"};

}  // namespace

TEST_CASE("a request notes whom it goes to, its number, and since when the text may be listed") {
    Store store;
    store.conversations.add({line, jo, "SM-other", false, "Written elsewhere", at(500ms)}, {employee(1)},
                            at(500ms), batch_window);
    const auto id = store.queue(jo, {employee(1)}, at(1s)).id;
    store.outbox.claim(line, at(2s), id, {.to = account, .carrier_at = at(1500ms)});
    const Text text = store.text(id);
    CHECK(text.handed_to == account);
    CHECK(text.request_number == 1);
    CHECK(text.look_from.request == 1);
    CHECK(text.look_from.at == at(2s));
    CHECK(text.look_from.carrier_at == at(1500ms));
    CHECK(text.look_from.filed == store.conversations.filed_number(line, "SM-other"));
    CHECK(store.conversations.filed_as_others(line, jo, text.look_from.filed).empty());
}

TEST_CASE("what was in doubt leaves only when it was looked for, and the doubt keeps its beginning") {
    Store store;
    const auto id = store.queue(jo, {employee(1)}, at(1s)).id;
    store.outbox.claim(line, at(2s), id, {.to = account});
    store.outbox.answer_lost(id, at(2s), "timed out", at(2s));
    store.outbox.put_back(id, at(3s), "not there", at(3s));
    CHECK(store.text(id).look == Look::before_leaving);
    CHECK(store.outbox.may_be_ours(line, jo));
    CHECK(store.outbox.next_to_send(line, at(3s))->id == id);
    CHECK_FALSE(store.outbox.claim(line, at(3s), id, {.to = account}));
    REQUIRE(store.outbox.claim(line, at(3s), id, {.to = account, .was_looked_up = true}));
    CHECK(store.text(id).request_number == 2);
    CHECK(store.text(id).look_from.request == 1);
    CHECK(store.text(id).look_from.at == at(2s));

    store.outbox.put_back(id, at(4s), "busy",
                          at(4s));  // surely not taken, but the first time remains
    CHECK(store.text(id).look == Look::before_leaving);
    CHECK_FALSE(store.outbox.claim(line, at(4s), id, {.to = account}));
}

TEST_CASE("what was surely not taken leaves again without a look") {
    Store store;
    const auto id = store.queue(jo, {employee(1)}, at(1s)).id;
    store.outbox.claim(line, at(2s));
    store.outbox.put_back(id, at(3s), "busy", at(2s));
    CHECK(store.text(id).look == Look::none);
    REQUIRE(store.outbox.claim(line, at(3s)));
    CHECK(store.text(id).look_from.request == 2);
    CHECK(store.text(id).look_from.at == at(3s));
}

TEST_CASE("when a run begins, what waits is looked for back to when it was made, but not a person's") {
    Store store;
    const auto person = store.queue(jo, {employee(1)}, at(900ms)).id;
    store.outbox.claim(line, at(950ms));
    store.outbox.answer_lost(person, at(950ms), "timed out", at(950ms));
    store.outbox.hold_for_person(person, "cannot be told", at(950ms));
    const auto night = store.queue(kim, {employee(2)}, at(1s)).id;
    store.outbox.hold_for_hours(night, at(9s), "night", at(1s));
    const auto queued = store.queue(jo, {employee(1)}, at(1100ms)).id;

    store.outbox.require_lookup_of_all_queued();
    CHECK(store.text(person).look == Look::none);
    CHECK(store.text(night).look == Look::once);
    CHECK(store.text(queued).look == Look::once);
    CHECK(store.text(queued).look_from.at == at(1100ms));
    CHECK_FALSE(store.outbox.next_to_send(line, at(2s)));
    CHECK(store.outbox.next_ask_at(line) == no_time);
    CHECK(store.outbox.may_be_ours(line, kim));
    REQUIRE(store.outbox.texts_to_look_up(line).size() == 1);

    store.outbox.record_lookup(queued);
    CHECK(store.outbox.next_to_send(line, at(2s))->id == queued);
    CHECK(store.outbox.next_ask_at(line) == no_deadline);
    store.outbox.release(at(9s), at(9s));
    CHECK(store.outbox.texts_to_look_up(line).at(0).id == night);
}

TEST_CASE("a queued text that the carrier has is accepted as of when it was taken") {
    Store store;
    const auto id = store.queue(jo, {employee(1)}, at(1s)).id;
    store.outbox.require_lookup_of_all_queued();
    CHECK(store.outbox.found(id, "SM1", at(1500ms), account, at(2s), batch_window));
    const Text text = store.text(id);
    CHECK(text.state == TextState::accepted);
    CHECK(text.sending_since == at(1500ms));
    CHECK(text.handed_to == account);
    const auto ours = store.outbox.taken_texts(line, {"SM1", "SM2"});
    REQUIRE(ours.size() == 1);
    CHECK_FALSE(ours.at("SM1").was_answered);
    CHECK_FALSE(store.outbox.found(id, "SM1", at(1500ms), account, at(2s), batch_window));
    CHECK_FALSE(store.outbox.leave_to_person(id, "cannot be told", at(2s)));
}
