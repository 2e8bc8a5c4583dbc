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
    store.conversations.add({line, jo, "SM-other", false, "Written elsewhere", 500}, {employee(1)}, 500,
                            window_ms);
    const auto id = store.queue(jo, {employee(1)}, 1000).id;
    store.outbox.claim(line, 2000, id, {.to = account, .carrier_ms = 1500});
    const Text text = store.text(id);
    CHECK(text.handed_to == account);
    CHECK(text.request_number == 1);
    CHECK(text.look_from.request == 1);
    CHECK(text.look_from.ms == 2000);
    CHECK(text.look_from.carrier_ms == 1500);
    CHECK(text.look_from.filed == store.conversations.filed_number(line, "SM-other"));
    CHECK(store.conversations.filed_as_others(line, jo, text.look_from.filed).empty());
}

TEST_CASE("what was in doubt leaves only when it was looked for, and the doubt keeps its beginning") {
    Store store;
    const auto id = store.queue(jo, {employee(1)}, 1000).id;
    store.outbox.claim(line, 2000, id, {.to = account});
    store.outbox.answer_lost(id, 2000, "timed out", 2000);
    store.outbox.put_back(id, 3000, "not there", 3000);
    CHECK(store.text(id).look == Look::before_leaving);
    CHECK(store.outbox.may_be_ours(line, jo));
    CHECK(store.outbox.next_to_send(line, 3000)->id == id);
    CHECK_FALSE(store.outbox.claim(line, 3000, id, {.to = account}));
    REQUIRE(store.outbox.claim(line, 3000, id, {.to = account, .was_looked_up = true}));
    CHECK(store.text(id).request_number == 2);
    CHECK(store.text(id).look_from.request == 1);
    CHECK(store.text(id).look_from.ms == 2000);

    store.outbox.put_back(id, 4000, "busy", 4000);  // surely not taken, but the first time remains
    CHECK(store.text(id).look == Look::before_leaving);
    CHECK_FALSE(store.outbox.claim(line, 4000, id, {.to = account}));
}

TEST_CASE("what was surely not taken leaves again without a look") {
    Store store;
    const auto id = store.queue(jo, {employee(1)}, 1000).id;
    store.outbox.claim(line, 2000);
    store.outbox.put_back(id, 3000, "busy", 2000);
    CHECK(store.text(id).look == Look::none);
    REQUIRE(store.outbox.claim(line, 3000));
    CHECK(store.text(id).look_from.request == 2);
    CHECK(store.text(id).look_from.ms == 3000);
}

TEST_CASE("when a run begins, what waits is looked for back to when it was made, but not a person's") {
    Store store;
    const auto person = store.queue(jo, {employee(1)}, 900).id;
    store.outbox.claim(line, 950);
    store.outbox.answer_lost(person, 950, "timed out", 950);
    store.outbox.hold_for_person(person, "cannot be told", 950);
    const auto night = store.queue(kim, {employee(2)}, 1000).id;
    store.outbox.hold_for_hours(night, 9000, "night", 1000);
    const auto queued = store.queue(jo, {employee(1)}, 1100).id;

    store.outbox.require_lookup_of_all_queued();
    CHECK(store.text(person).look == Look::none);
    CHECK(store.text(night).look == Look::once);
    CHECK(store.text(queued).look == Look::once);
    CHECK(store.text(queued).look_from.ms == 1100);
    CHECK_FALSE(store.outbox.next_to_send(line, 2000));
    CHECK(store.outbox.next_to_ask_ms(line) == 0);
    CHECK(store.outbox.may_be_ours(line, kim));
    REQUIRE(store.outbox.texts_to_look_up(line).size() == 1);

    store.outbox.record_lookup(queued);
    CHECK(store.outbox.next_to_send(line, 2000)->id == queued);
    CHECK(store.outbox.next_to_ask_ms(line) == no_deadline_ms);
    store.outbox.release(9000, 9000);
    CHECK(store.outbox.texts_to_look_up(line).at(0).id == night);
}

TEST_CASE("a queued text that the carrier has is accepted as of when it was taken") {
    Store store;
    const auto id = store.queue(jo, {employee(1)}, 1000).id;
    store.outbox.require_lookup_of_all_queued();
    CHECK(store.outbox.found(id, "SM1", 1500, account, 2000, window_ms));
    const Text text = store.text(id);
    CHECK(text.state == TextState::accepted);
    CHECK(text.sending_since_ms == 1500);
    CHECK(text.handed_to == account);
    const auto ours = store.outbox.taken_texts(line, {"SM1", "SM2"});
    REQUIRE(ours.size() == 1);
    CHECK_FALSE(ours.at("SM1").was_answered);
    CHECK_FALSE(store.outbox.found(id, "SM1", 1500, account, 2000, window_ms));
    CHECK_FALSE(store.outbox.leave_to_person(id, "cannot be told", 2000));
}
