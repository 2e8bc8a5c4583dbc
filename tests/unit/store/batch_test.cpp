// Conversation batches: what joins them, when they close, and how they are logged once.

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include "core/clock.hpp"
#include "store_fixture.hpp"

using namespace send_text;
using Catch::Matchers::StartsWith;
using Author = ConversationEntry::Author;

namespace {

std::vector<ConversationBatch> closed_batches(Store& store, std::int64_t now_ms = 1'000'000'000'000) {
    store.conversations.close_all();
    return store.conversations.unlogged(now_ms, 100);
}

std::int64_t all_is_read(const std::string&) {
    return no_deadline_ms;
}

}  // namespace

TEST_CASE("A batch holds what was said, oldest first, with its owners and a key of its own") {
    Store store;
    const Text sent = store.send(jo, {employee(1)}, 1000, "Hello");
    CHECK(store.conversations.add(reply(jo, "in-1", 5000, "Yes"), {contact(2)}, 6000, window_ms));
    ListedMessage elsewhere = reply(jo, "out-1", 3000, "From the carrier's own application");
    elsewhere.inbound = false;
    CHECK(store.conversations.add(elsewhere, {employee(1)}, 6000, window_ms));
    const Text bad = store.queue(jo, {employee(1)}, 7000, "And?");
    store.outbox.claim(line, 7000);
    store.outbox.rejected(bad.id, "not a mobile number", 7100, window_ms);

    const auto batches = closed_batches(store);
    REQUIRE(batches.size() == 1);
    const ConversationBatch& batch = batches[0];
    CHECK(batch.line == line);
    CHECK(batch.number == jo);
    CHECK(batch.opened_ms == 1000);
    CHECK_THAT(batch.log_key,
               StartsWith("send-text-00000000000000010000000000000002-" + std::to_string(batch.id) + "-"));
    CHECK(batch.author_rep_id == 7);
    CHECK(batch.records == std::vector{employee(1), contact(2)});
    REQUIRE(batch.entries.size() == 4);
    CHECK(batch.entries[0].author == Author::rep);
    CHECK(batch.entries[0].rep_name == "Ann");
    CHECK(batch.entries[0].body == sent.body);
    CHECK(batch.entries[0].at_ms == 1000);
    CHECK(batch.entries[0].state == TextState::accepted);
    CHECK(batch.entries[1].author == Author::other_application);
    CHECK(batch.entries[2].author == Author::person);
    CHECK(batch.entries[2].body == "Yes");
    CHECK(batch.entries[2].at_ms == 5000);
    CHECK(batch.entries[3].author == Author::rep);
    CHECK(batch.entries[3].state == TextState::rejected);
    CHECK(batch.entries[3].reason == "not a mobile number");
}

TEST_CASE("What was said at the same time stands in the order it came, the text before its reply") {
    Store store;
    CHECK(store.conversations.add(reply(jo, "in-1", 1000, "second"), {employee(1)}, 1000, window_ms));
    CHECK(store.conversations.add(reply(jo, "in-2", 1000, "third"), {employee(1)}, 1000, window_ms));
    store.send(jo, {employee(1)}, 1000, "first");
    const auto batches = closed_batches(store);
    REQUIRE(batches.at(0).entries.size() == 3);
    CHECK(batches[0].entries[0].body == "first");
    CHECK(batches[0].entries[1].body == "second");
    CHECK(batches[0].entries[2].body == "third");
}

TEST_CASE("A reply stands after the text that had left when it was heard of, whatever the two clocks show") {
    Store store;
    const std::int64_t second = 60'000;
    store.send(jo, {employee(1)}, second - 30'000, "Can you work on Monday?");
    store.send(jo, {employee(1)}, second + 900, "Hello?");
    // The carrier's list has whole seconds, and its clock may be a second behind.
    const std::int64_t shown_ms = second - (GENERATE(0, 1) * 1'000);
    store.conversations.add(reply(jo, "in-1", shown_ms, "I am here"), {employee(1)}, second + 2'500,
                            window_ms);
    const auto entries = closed_batches(store).at(0).entries;
    REQUIRE(entries.size() == 3);
    CHECK(entries[1].body == "Hello?");
    CHECK(entries[2].body == "I am here");
    CHECK(entries[2].at_ms == second + 900);  // times in a message do not go back
}

TEST_CASE("A reply that was heard of before a text left, or is older than clocks differ, stands before it") {
    Store store;
    store.send(jo, {employee(1)}, 50'000, "Can you work on Monday?");
    store.conversations.add(reply(jo, "in-1", 59'000, "Yes"), {employee(1)}, 60'000, window_ms);
    store.send(jo, {employee(1)}, 60'001, "Good");
    store.conversations.add(reply(jo, "in-2", 70'000, "When?"), {employee(1)}, 90'000, window_ms);
    store.send(jo, {employee(1)}, 75'000, "At eight");
    const auto entries = closed_batches(store).at(0).entries;
    REQUIRE(entries.size() == 5);
    for (const auto& [at, body] : {std::pair{1, "Yes"}, {2, "Good"}, {3, "When?"}, {4, "At eight"}})
        CHECK(entries[static_cast<std::size_t>(at)].body == body);
}

TEST_CASE("A reply that is filed late joins the conversation that was open when it was written") {
    Store store;
    store.send(jo, {employee(1)}, 1000, "Hello");
    const std::int64_t end_ms = 1000 + window_ms;
    store.conversations.add(reply(jo, "in-1", end_ms - 1), {employee(1)}, end_ms + 50'000, window_ms);
    store.conversations.add(reply(jo, "in-2", end_ms), {employee(1)}, end_ms + 50'000, window_ms);
    const auto batches = closed_batches(store);
    REQUIRE(batches.size() == 2);
    CHECK(batches[0].entries.size() == 2);
    CHECK(batches[1].entries.size() == 1);
}

TEST_CASE("A batch is not closed before all of its time is read, line by line") {
    Store store;
    store.send(jo, {employee(1)}, 1000, "Hello");
    const std::int64_t end_ms = 1000 + window_ms;
    store.conversations.close_passed(end_ms + 5, window_ms, [&](const std::string&) { return end_ms - 1; });
    CHECK(store.conversations.unlogged(no_deadline_ms, 10).empty());
    CHECK(store.conversations.next_due_ms(window_ms, end_ms + 5) == no_deadline_ms);
    store.conversations.close_passed(end_ms + 5, window_ms, [&](const std::string& read) {
        CHECK(read == line);
        return end_ms;
    });
    CHECK(store.conversations.unlogged(no_deadline_ms, 10).size() == 1);
}

TEST_CASE("A text stands where it left, however long its answer took and whatever came of it") {
    Store store;
    const Text text = store.queue(jo, {employee(1)}, 1000, "Hello");
    store.outbox.claim(line, 2000);
    store.outbox.answer_lost(text.id, 3000, "timed out", 2500);
    store.conversations.add(reply(jo, "in-1", 4000), {employee(1)}, 4000, window_ms);
    store.outbox.accepted(text.id, "SM1", 9000, window_ms);
    store.outbox.record_progress(line, "SM1", TextState::failed, "switched off", 9500);
    const auto batches = closed_batches(store);
    REQUIRE(batches.size() == 1);
    REQUIRE(batches[0].entries.size() == 2);
    CHECK(batches[0].entries[0].body == "Hello");
    CHECK(batches[0].entries[0].at_ms == 2000);
    CHECK(batches[0].entries[0].state == TextState::failed);
    CHECK(batches[0].entries[0].reason == "switched off");
}

TEST_CASE("A text that was rejected before any try stands at that time") {
    Store store;
    const Text text = store.queue(jo, {employee(1)}, 1000);
    store.outbox.rejected(text.id, "opted out", 3000, window_ms);
    CHECK(closed_batches(store).at(0).entries.at(0).at_ms == 3000);
}

TEST_CASE("A batch takes what comes within its window and not what comes at its end") {
    Store store;
    store.send(jo, {employee(1)}, 1000, "first");
    const std::int64_t end_ms = 1000 + window_ms;
    CHECK(store.conversations.next_due_ms(window_ms, 1000) == end_ms);

    store.conversations.close_passed(end_ms - 1, window_ms, all_is_read);
    CHECK(store.conversations.unlogged(end_ms, 10).empty());
    store.send(jo, {employee(1)}, end_ms - 1, "in time");

    SECTION("closed by the time alone") {
        store.conversations.close_passed(end_ms, window_ms, all_is_read);
        CHECK(store.conversations.unlogged(end_ms, 10).size() == 1);
        CHECK(store.conversations.next_due_ms(window_ms, end_ms) == 0);
    }
    SECTION("closed by the text that comes too late for it") {
        store.send(jo, {employee(1)}, end_ms, "late");
    }
    SECTION("closed by the reply that comes too late for it") {
        store.conversations.add(reply(jo, "in-1", end_ms, "late"), {employee(1)}, end_ms, window_ms);
    }
    const auto closed = store.conversations.unlogged(end_ms, 10);
    REQUIRE(closed.size() == 1);
    REQUIRE(closed[0].entries.size() == 2);
    CHECK(closed[0].entries[1].body == "in time");
}

TEST_CASE("A closed batch takes nothing more") {
    Store store;
    store.send(jo, {employee(1)}, 1000, "first");
    store.conversations.close_all();
    store.send(jo, {employee(1)}, 1001, "second");
    store.conversations.close_all();
    const auto batches = store.conversations.unlogged(2000, 10);
    REQUIRE(batches.size() == 2);
    CHECK(batches[0].entries.at(0).body == "first");
    CHECK(batches[1].entries.at(0).body == "second");
    CHECK(batches[0].log_key != batches[1].log_key);
    CHECK(store.conversations.unlogged(2000, 1).at(0).id == batches[0].id);  // oldest first
}

TEST_CASE("Each line and number has batches of its own, owned by all who share the number") {
    Store store;
    store.send(jo, {employee(1), contact(1)}, 1000);
    store.send(kim, {employee(2)}, 1000);
    store.send(jo, {employee(3), employee(1)}, 2000);
    const auto batches = closed_batches(store);
    REQUIRE(batches.size() == 2);
    CHECK(batches[0].records == std::vector{employee(1), employee(3), contact(1)});
    CHECK(batches[1].records == std::vector{employee(2)});
}

TEST_CASE("Closing the batches of a record leaves the others open") {
    Store store;
    store.send(jo, {employee(1), employee(2)}, 1000);
    store.send(kim, {employee(3)}, 1000);
    store.conversations.close_of(contact(1));
    CHECK(store.conversations.unlogged(2000, 10).empty());
    store.conversations.close_of(employee(2));
    const auto closed = store.conversations.unlogged(2000, 10);
    REQUIRE(closed.size() == 1);
    CHECK(closed[0].number == jo);
}

TEST_CASE("A text without owners opens no batch, and joins one that is open") {
    Store store;
    store.send(jo, {}, 1000);
    CHECK(closed_batches(store).empty());
    store.send(jo, {employee(1)}, 2000, "owned");
    store.send(jo, {}, 3000, "not owned");
    const auto batches = closed_batches(store);
    REQUIRE(batches.size() == 1);
    CHECK(batches[0].entries.size() == 2);
    CHECK(batches[0].records == std::vector{employee(1)});
}

TEST_CASE("A batch that only the person wrote in has no author") {
    Store store;
    store.conversations.add(reply(jo, "in-1", 1000), {employee(1)}, 1000, window_ms);
    CHECK(closed_batches(store).at(0).author_rep_id == 0);
}

TEST_CASE("A batch is offered for logging until it is logged") {
    Store store;
    store.send(jo, {employee(1)}, 1000);
    store.conversations.close_all();
    const auto batch = store.conversations.unlogged(2000, 10).at(0);
    CHECK(batch.log_attempts == 0);

    store.conversations.log_failed(batch.id, 9000, "The host is away.");
    CHECK(store.conversations.unlogged(8999, 10).empty());
    CHECK(store.conversations.next_due_ms(window_ms, 2000) == 9000);
    const auto again = store.conversations.unlogged(9000, 10).at(0);
    CHECK(again.log_attempts == 1);
    CHECK(again.log_key == batch.log_key);
    CHECK(again.entries.size() == batch.entries.size());

    store.conversations.logged(batch.id, "message 5", 9000);
    store.conversations.logged(batch.id, "message 5", 9001);
    store.conversations.log_failed(batch.id, 9999, "said too late");
    CHECK(store.conversations.unlogged(99'999, 10).empty());
    CHECK(store.conversations.next_due_ms(window_ms, 99'999) == no_deadline_ms);
}

TEST_CASE("A batch that is open or does not exist cannot be logged") {
    Store store;
    store.send(jo, {employee(1)}, 1000);
    CHECK_THROWS_AS(store.conversations.logged(1, "message 5", 2000), StoreError);
    CHECK_THROWS_AS(store.conversations.log_failed(1, 3000, ""), StoreError);
    CHECK_THROWS_AS(store.conversations.logged(4711, "message 5", 2000), StoreError);
    store.conversations.close_all();
    CHECK(store.conversations.unlogged(2000, 10).size() == 1);
}
