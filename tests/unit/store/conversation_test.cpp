// The inbox, whose replies they are, and what becomes of records that are merged or deleted.

#include <catch2/catch_test_macros.hpp>

#include "core/clock.hpp"
#include "store_fixture.hpp"

using namespace send_text;

TEST_CASE("A message that was listed before changes nothing") {
    Store store;
    CHECK_FALSE(store.conversations.has_message(line, "in-1"));
    CHECK(store.conversations.add(reply(jo, "in-1", 1000, "Yes"), {employee(1)}, 1000, window_ms));
    CHECK(store.conversations.has_message(line, "in-1"));
    CHECK_FALSE(store.conversations.has_message("+16125550199", "in-1"));
    CHECK_FALSE(store.conversations.add(reply(jo, "in-1", 1000, "Yes"), {employee(2)}, 2000, window_ms));

    ListedMessage other_line = reply(jo, "in-1", 1000);
    other_line.line = "+16125550199";
    CHECK(store.conversations.add(other_line, {employee(1)}, 1000, window_ms));

    store.conversations.close_all();
    const auto batches = store.conversations.unlogged(2000, 10);
    REQUIRE(batches.size() == 2);
    CHECK(batches[0].entries.size() == 1);
    CHECK(batches[0].records == std::vector{employee(1)});
}

TEST_CASE("A message that is a text of ours is not added") {
    Store store;
    const Text text = store.send(jo, {employee(1)}, 1000);
    ListedMessage listed = reply(jo, text.carrier_message_id, 1000, text.body);
    listed.inbound = false;
    CHECK_FALSE(store.conversations.add(listed, {employee(1)}, 2000, window_ms));
    store.conversations.close_all();
    CHECK(store.conversations.unlogged(2000, 10).at(0).entries.size() == 1);
}

TEST_CASE("How many pictures came with a message is kept") {
    Store store;
    ListedMessage message = reply(jo, "in-1", 1000, "");
    message.media = 2;
    store.conversations.add(message, {employee(1)}, 1000, window_ms);
    message = reply(jo, "in-2", 2000, "These");
    message.media = some_media;
    store.conversations.add(message, {employee(1)}, 2000, window_ms);
    store.send(jo, {employee(1)}, 3000);
    store.conversations.close_all();
    const auto entries = store.conversations.unlogged(4000, 10).at(0).entries;
    REQUIRE(entries.size() == 3);
    CHECK(entries[0].media == 2);
    CHECK(entries[1].media == some_media);
    CHECK(entries[2].media == 0);
}

TEST_CASE("A message without a carrier id is refused") {
    Store store;
    CHECK_THROWS_AS(store.conversations.add(reply(jo, "", 1000), {employee(1)}, 1000, window_ms),
                    std::invalid_argument);
}

TEST_CASE("A reply without records is unassigned, and once only") {
    Store store;
    CHECK(store.conversations.unassigned_count() == 0);
    CHECK(store.conversations.add(reply(jo, "in-1", 1000), {}, 1000, window_ms));
    CHECK_FALSE(store.conversations.add(reply(jo, "in-1", 1000), {}, 1000, window_ms));
    ListedMessage outbound = reply(jo, "out-1", 1000);
    outbound.inbound = false;
    CHECK(store.conversations.add(outbound, {}, 1000, window_ms));
    CHECK(store.conversations.add(reply(kim, "in-2", 1000), {employee(1)}, 1000, window_ms));
    CHECK(store.conversations.unassigned_count() == 1);
    store.conversations.close_all();
    CHECK(store.conversations.unlogged(2000, 10).size() == 1);
}

TEST_CASE("A reply belongs to the owners of the latest text that left") {
    Store store;
    CHECK(store.conversations.owners_of_latest_text(line, jo).empty());
    CHECK_FALSE(store.conversations.latest_sender(line, jo));
    store.send(jo, {employee(1)}, 1000);
    store.send(jo, {employee(2), contact(3)}, 2000);
    store.send(kim, {employee(4)}, 3000);
    CHECK(store.conversations.owners_of_latest_text(line, jo) == std::vector{employee(2), contact(3)});
    CHECK(store.conversations.owners_of_latest_text("+16125550199", jo).empty());
    CHECK(store.conversations.latest_sender(line, jo)->rep_id == 7);
    CHECK(store.conversations.latest_sender(line, jo)->name == "Ann");

    SECTION("what only waits has not left") {
        store.queue(jo, {employee(9)}, 4000);
        CHECK(store.conversations.owners_of_latest_text(line, jo) == std::vector{employee(2), contact(3)});
    }
    SECTION("nor has what the carrier would not take") {
        const Text text = store.queue(jo, {employee(9)}, 4000);
        store.outbox.claim(line, 4000);
        store.outbox.rejected(text.id, "too long", 4000, window_ms);
        CHECK(store.conversations.owners_of_latest_text(line, jo) == std::vector{employee(2), contact(3)});
    }
    SECTION("what may have left counts: its reply can be quicker than its answer") {
        const Text text = store.queue(jo, {employee(9)}, 4000);
        store.outbox.claim(line, 4000);
        CHECK(store.conversations.owners_of_latest_text(line, jo) == std::vector{employee(9)});
        store.outbox.answer_lost(text.id, 5000, "timed out", 4000);
        CHECK(store.conversations.owners_of_latest_text(line, jo) == std::vector{employee(9)});
        store.outbox.hold_for_person(text.id, "The carrier cannot tell.", 5000);
        CHECK(store.conversations.owners_of_latest_text(line, jo) == std::vector{employee(9)});
    }
    SECTION("the time that it left decides, not the order of the requests") {
        const Text early = store.queue(jo, {employee(8)}, 4000);
        const Text late = store.queue(jo, {employee(9)}, 4000);
        store.outbox.hold_for_hours(early.id, 8000, "It is night.", 5000);
        store.outbox.claim(line, 6000);
        store.outbox.accepted(late.id, "SM-late", 6000, window_ms);
        store.outbox.release(8000, 8000);
        store.outbox.claim(line, 8000);
        store.outbox.accepted(early.id, "SM-early", 8000, window_ms);
        CHECK(store.conversations.owners_of_latest_text(line, jo) == std::vector{employee(8)});
    }
}

TEST_CASE("A merged record's texts and batches belong to the survivor") {
    Store store;
    store.send(jo, {employee(1), employee(2)}, 1000);  // one conversation that both own
    store.send(kim, {employee(1)}, 1000);
    store.conversations.close_of(employee(2));
    store.conversations.merge(employee(1), employee(1));
    store.conversations.merge(employee(1), employee(2));
    CHECK(store.conversations.owners_of_latest_text(line, jo) == std::vector{employee(2)});
    CHECK(store.conversations.owners_of_latest_text(line, kim) == std::vector{employee(2)});

    store.conversations.close_of(employee(1));  // owns nothing now
    CHECK(store.conversations.unlogged(2000, 10).size() == 1);
    store.conversations.close_of(employee(2));
    for (const auto& batch : store.conversations.unlogged(2000, 10)) {
        CHECK(batch.records == std::vector{employee(2)});
    }
    CHECK(store.conversations.unlogged(2000, 10).size() == 2);
}

TEST_CASE("What was looked up before a merge and is added after it belongs to the survivor") {
    Store store;
    store.conversations.merge(employee(1), employee(2));
    store.conversations.merge(employee(2), contact(3));
    store.send(jo, {employee(1), employee(9)}, 1000);
    CHECK(store.conversations.owners_of_latest_text(line, jo) == std::vector{employee(9), contact(3)});
    store.conversations.add(reply(kim, "in-1", 2000), {employee(2)}, 2000, window_ms);
    store.conversations.close_all();
    const auto batches = store.conversations.unlogged(3000, 10);
    REQUIRE(batches.size() == 2);
    CHECK(batches[0].records == std::vector{employee(9), contact(3)});
    CHECK(batches[1].records == std::vector{contact(3)});

    store.conversations.merge(contact(3), employee(1));  // who stands for another again
    store.send(jo, {employee(1), employee(2)}, 4000);
    CHECK(store.conversations.owners_of_latest_text(line, jo) == std::vector{employee(1)});
}

TEST_CASE("A deleted record owns nothing, and what nobody else owns counts as logged") {
    Store store;
    store.send(jo, {employee(1), contact(1)}, 1000);  // the contact of the same id is another record
    store.send(kim, {employee(1)}, 1000);
    store.conversations.close_of(employee(1));
    store.send(kim, {employee(1)}, 1500);  // and a batch that is open
    const auto alone = store.conversations.unlogged(2000, 10).at(1);
    CHECK(alone.number == kim);

    store.conversations.forget(employee(1), 2000);
    CHECK(store.conversations.owners_of_latest_text(line, kim).empty());
    CHECK(store.conversations.owners_of_latest_text(line, jo) == std::vector{contact(1)});
    store.conversations.close_all();
    const auto left = store.conversations.unlogged(3000, 10);
    REQUIRE(left.size() == 1);
    CHECK(left[0].number == jo);
    CHECK(left[0].records == std::vector{contact(1)});
    store.conversations.logged(alone.id, "", 3000);  // by a logger that had already taken it

    store.send(kim, {employee(5)}, 4000);  // the conversation goes on in a batch of its own
    store.conversations.close_all();
    CHECK(store.conversations.unlogged(5000, 10).size() == 2);
}
