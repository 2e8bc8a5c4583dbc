// The inbox, whose replies they are, and what becomes of records that are merged or deleted.

#include <catch2/catch_test_macros.hpp>

#include "core/clock.hpp"
#include "store_fixture.hpp"

using namespace send_text;

TEST_CASE("A message that was listed before changes nothing") {
    Store store;
    CHECK_FALSE(store.conversations.has_message(line, "in-1"));
    CHECK(store.conversations.add(reply(jo, "in-1", at(1s), "Yes"), {employee(1)}, at(1s), batch_window));
    CHECK(store.conversations.has_message(line, "in-1"));
    CHECK_FALSE(store.conversations.has_message(LineId("+16125550199"), "in-1"));
    CHECK_FALSE(
        store.conversations.add(reply(jo, "in-1", at(1s), "Yes"), {employee(2)}, at(2s), batch_window));

    ListedMessage other_line = reply(jo, "in-1", at(1s));
    other_line.line = LineId("+16125550199");
    CHECK(store.conversations.add(other_line, {employee(1)}, at(1s), batch_window));

    store.conversations.close_all();
    const auto batches = store.conversations.unlogged(at(2s), 10);
    REQUIRE(batches.size() == 2);
    CHECK(batches[0].entries.size() == 1);
    CHECK(batches[0].records == std::vector{employee(1)});
}

TEST_CASE("A message that is a text of ours is not added") {
    Store store;
    const Text text = store.send(jo, {employee(1)}, at(1s));
    ListedMessage listed = reply(jo, text.carrier_message_id, at(1s), text.body);
    listed.inbound = false;
    CHECK_FALSE(store.conversations.add(listed, {employee(1)}, at(2s), batch_window));
    store.conversations.close_all();
    CHECK(store.conversations.unlogged(at(2s), 10).at(0).entries.size() == 1);
}

TEST_CASE("How many pictures came with a message is kept") {
    Store store;
    ListedMessage message = reply(jo, "in-1", at(1s), "");
    message.media = 2;
    store.conversations.add(message, {employee(1)}, at(1s), batch_window);
    message = reply(jo, "in-2", at(2s), "These");
    message.media = some_media;
    store.conversations.add(message, {employee(1)}, at(2s), batch_window);
    store.send(jo, {employee(1)}, at(3s));
    store.conversations.close_all();
    const auto entries = store.conversations.unlogged(at(4s), 10).at(0).entries;
    REQUIRE(entries.size() == 3);
    CHECK(entries[0].media == 2);
    CHECK(entries[1].media == some_media);
    CHECK(entries[2].media == 0);
}

TEST_CASE("A message without a carrier id is refused") {
    Store store;
    CHECK_THROWS_AS(store.conversations.add(reply(jo, "", at(1s)), {employee(1)}, at(1s), batch_window),
                    std::invalid_argument);
}

TEST_CASE("A reply without records is unassigned, and once only") {
    Store store;
    CHECK(store.conversations.unassigned_count() == 0);
    CHECK(store.conversations.add(reply(jo, "in-1", at(1s)), {}, at(1s), batch_window));
    CHECK_FALSE(store.conversations.add(reply(jo, "in-1", at(1s)), {}, at(1s), batch_window));
    ListedMessage outbound = reply(jo, "out-1", at(1s));
    outbound.inbound = false;
    CHECK(store.conversations.add(outbound, {}, at(1s), batch_window));
    CHECK(store.conversations.add(reply(kim, "in-2", at(1s)), {employee(1)}, at(1s), batch_window));
    CHECK(store.conversations.unassigned_count() == 1);
    store.conversations.close_all();
    CHECK(store.conversations.unlogged(at(2s), 10).size() == 1);
}

TEST_CASE("A reply belongs to the owners of the latest text that left") {
    Store store;
    CHECK(store.conversations.owners_of_latest_text(line, jo).empty());
    CHECK_FALSE(store.conversations.latest_sender(line, jo));
    store.send(jo, {employee(1)}, at(1s));
    store.send(jo, {employee(2), contact(3)}, at(2s));
    store.send(kim, {employee(4)}, at(3s));
    CHECK(store.conversations.owners_of_latest_text(line, jo) == std::vector{employee(2), contact(3)});
    CHECK(store.conversations.owners_of_latest_text(LineId("+16125550199"), jo).empty());
    CHECK(store.conversations.latest_sender(line, jo)->rep_id == 7);
    CHECK(store.conversations.latest_sender(line, jo)->name == "Ann");

    SECTION("what only waits has not left") {
        store.queue(jo, {employee(9)}, at(4s));
        CHECK(store.conversations.owners_of_latest_text(line, jo) == std::vector{employee(2), contact(3)});
    }
    SECTION("nor has what the carrier would not take") {
        const Text text = store.queue(jo, {employee(9)}, at(4s));
        store.outbox.claim(line, at(4s));
        store.outbox.rejected(text.id, "too long", at(4s), batch_window);
        CHECK(store.conversations.owners_of_latest_text(line, jo) == std::vector{employee(2), contact(3)});
    }
    SECTION("what may have left counts: its reply can be quicker than its answer") {
        const Text text = store.queue(jo, {employee(9)}, at(4s));
        store.outbox.claim(line, at(4s));
        CHECK(store.conversations.owners_of_latest_text(line, jo) == std::vector{employee(9)});
        store.outbox.answer_lost(text.id, at(5s), "timed out", at(4s));
        CHECK(store.conversations.owners_of_latest_text(line, jo) == std::vector{employee(9)});
        store.outbox.hold_for_person(text.id, "The carrier cannot tell.", at(5s));
        CHECK(store.conversations.owners_of_latest_text(line, jo) == std::vector{employee(9)});
    }
    SECTION("the time that it left decides, not the order of the requests") {
        const Text early = store.queue(jo, {employee(8)}, at(4s));
        const Text late = store.queue(jo, {employee(9)}, at(4s));
        store.outbox.hold_for_hours(early.id, at(8s), "It is night.", at(5s));
        store.outbox.claim(line, at(6s));
        store.outbox.accepted(late.id, "SM-late", at(6s), batch_window);
        store.outbox.release(at(8s), at(8s));
        store.outbox.claim(line, at(8s));
        store.outbox.accepted(early.id, "SM-early", at(8s), batch_window);
        CHECK(store.conversations.owners_of_latest_text(line, jo) == std::vector{employee(8)});
    }
}

TEST_CASE("A merged record's texts and batches belong to the survivor") {
    Store store;
    store.send(jo, {employee(1), employee(2)}, at(1s));  // one conversation that both own
    store.send(kim, {employee(1)}, at(1s));
    store.conversations.close_of(employee(2));
    store.conversations.merge(employee(1), employee(1));
    store.conversations.merge(employee(1), employee(2));
    CHECK(store.conversations.owners_of_latest_text(line, jo) == std::vector{employee(2)});
    CHECK(store.conversations.owners_of_latest_text(line, kim) == std::vector{employee(2)});

    store.conversations.close_of(employee(1));  // owns nothing now
    CHECK(store.conversations.unlogged(at(2s), 10).size() == 1);
    store.conversations.close_of(employee(2));
    for (const auto& batch : store.conversations.unlogged(at(2s), 10)) {
        CHECK(batch.records == std::vector{employee(2)});
    }
    CHECK(store.conversations.unlogged(at(2s), 10).size() == 2);
}

TEST_CASE("What was looked up before a merge and is added after it belongs to the survivor") {
    Store store;
    store.conversations.merge(employee(1), employee(2));
    store.conversations.merge(employee(2), contact(3));
    store.send(jo, {employee(1), employee(9)}, at(1s));
    CHECK(store.conversations.owners_of_latest_text(line, jo) == std::vector{employee(9), contact(3)});
    store.conversations.add(reply(kim, "in-1", at(2s)), {employee(2)}, at(2s), batch_window);
    store.conversations.close_all();
    const auto batches = store.conversations.unlogged(at(3s), 10);
    REQUIRE(batches.size() == 2);
    CHECK(batches[0].records == std::vector{employee(9), contact(3)});
    CHECK(batches[1].records == std::vector{contact(3)});

    store.conversations.merge(contact(3), employee(1));  // who stands for another again
    store.send(jo, {employee(1), employee(2)}, at(4s));
    CHECK(store.conversations.owners_of_latest_text(line, jo) == std::vector{employee(1)});
}

TEST_CASE("A deleted record owns nothing, and what nobody else owns counts as logged") {
    Store store;
    store.send(jo, {employee(1), contact(1)}, at(1s));  // the contact of the same id is another record
    store.send(kim, {employee(1)}, at(1s));
    store.conversations.close_of(employee(1));
    store.send(kim, {employee(1)}, at(1500ms));  // and a batch that is open
    const auto alone = store.conversations.unlogged(at(2s), 10).at(1);
    CHECK(alone.number == kim);

    store.conversations.forget(employee(1), at(2s));
    CHECK(store.conversations.owners_of_latest_text(line, kim).empty());
    CHECK(store.conversations.owners_of_latest_text(line, jo) == std::vector{contact(1)});
    store.conversations.close_all();
    const auto left = store.conversations.unlogged(at(3s), 10);
    REQUIRE(left.size() == 1);
    CHECK(left[0].number == jo);
    CHECK(left[0].records == std::vector{contact(1)});
    store.conversations.logged(alone.id, "", at(3s));  // by a logger that had already taken it

    store.send(kim, {employee(5)}, at(4s));  // the conversation goes on in a batch of its own
    store.conversations.close_all();
    CHECK(store.conversations.unlogged(at(5s), 10).size() == 2);
}
