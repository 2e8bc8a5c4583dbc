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

std::vector<ConversationBatch> closed_batches(Store& store, TimePoint now = at(1'000'000'000'000ms)) {
    store.conversations.close_all();
    return store.conversations.unlogged(now, 100);
}

TimePoint all_is_read(const LineId&) {
    return no_deadline;
}

}  // namespace

TEST_CASE("A batch holds what was said, oldest first, with its owners and a key of its own") {
    Store store;
    const Text sent = store.send(jo, {employee(1)}, at(1s), "Hello");
    CHECK(store.conversations.add(reply(jo, "in-1", at(5s), "Yes"), {contact(2)}, at(6s), batch_window));
    ListedMessage elsewhere = reply(jo, "out-1", at(3s), "From the carrier's own application");
    elsewhere.inbound = false;
    CHECK(store.conversations.add(elsewhere, {employee(1)}, at(6s), batch_window));
    const Text bad = store.queue(jo, {employee(1)}, at(7s), "And?");
    store.outbox.claim(line, at(7s));
    store.outbox.rejected(bad.id, "not a mobile number", at(7100ms), batch_window);

    const auto batches = closed_batches(store);
    REQUIRE(batches.size() == 1);
    const ConversationBatch& batch = batches[0];
    CHECK(batch.line == line);
    CHECK(batch.number == jo);
    CHECK(batch.opened_at == at(1s));
    CHECK_THAT(batch.log_key,
               StartsWith("send-text-00000000000000010000000000000002-" + std::to_string(batch.id) + "-"));
    CHECK(batch.author_rep_id == 7);
    CHECK(batch.records == std::vector{employee(1), contact(2)});
    REQUIRE(batch.entries.size() == 4);
    CHECK(batch.entries[0].author == Author::rep);
    CHECK(batch.entries[0].rep_name == "Ann");
    CHECK(batch.entries[0].body == sent.body);
    CHECK(batch.entries[0].at == at(1s));
    CHECK(batch.entries[0].state == TextState::accepted);
    CHECK(batch.entries[1].author == Author::other_application);
    CHECK(batch.entries[2].author == Author::person);
    CHECK(batch.entries[2].body == "Yes");
    CHECK(batch.entries[2].at == at(5s));
    CHECK(batch.entries[3].author == Author::rep);
    CHECK(batch.entries[3].state == TextState::rejected);
    CHECK(batch.entries[3].reason == "not a mobile number");
}

TEST_CASE("What was said at the same time stands in the order it came, the text before its reply") {
    Store store;
    CHECK(store.conversations.add(reply(jo, "in-1", at(1s), "second"), {employee(1)}, at(1s), batch_window));
    CHECK(store.conversations.add(reply(jo, "in-2", at(1s), "third"), {employee(1)}, at(1s), batch_window));
    store.send(jo, {employee(1)}, at(1s), "first");
    const auto batches = closed_batches(store);
    REQUIRE(batches.at(0).entries.size() == 3);
    CHECK(batches[0].entries[0].body == "first");
    CHECK(batches[0].entries[1].body == "second");
    CHECK(batches[0].entries[2].body == "third");
}

TEST_CASE("A reply stands after the text that had left when it was heard of, whatever the two clocks show") {
    Store store;
    const TimePoint second = at(60s);
    store.send(jo, {employee(1)}, second - 30s, "Can you work on Monday?");
    store.send(jo, {employee(1)}, second + 900ms, "Hello?");
    // The carrier's list has whole seconds, and its clock may be a second behind.
    const TimePoint shown = second - GENERATE(0s, 1s);
    store.conversations.add(reply(jo, "in-1", shown, "I am here"), {employee(1)}, second + 2'500ms,
                            batch_window);
    const auto entries = closed_batches(store).at(0).entries;
    REQUIRE(entries.size() == 3);
    CHECK(entries[1].body == "Hello?");
    CHECK(entries[2].body == "I am here");
    CHECK(entries[2].at == second + 900ms);  // times in a message do not go back
}

TEST_CASE("A reply that was heard of before a text left, or is older than clocks differ, stands before it") {
    Store store;
    store.send(jo, {employee(1)}, at(50s), "Can you work on Monday?");
    store.conversations.add(reply(jo, "in-1", at(59s), "Yes"), {employee(1)}, at(1min), batch_window);
    store.send(jo, {employee(1)}, at(60'001ms), "Good");
    store.conversations.add(reply(jo, "in-2", at(70s), "When?"), {employee(1)}, at(90s), batch_window);
    store.send(jo, {employee(1)}, at(75s), "At eight");
    const auto entries = closed_batches(store).at(0).entries;
    REQUIRE(entries.size() == 5);
    for (const auto& [at, body] : {std::pair{1, "Yes"}, {2, "Good"}, {3, "When?"}, {4, "At eight"}})
        CHECK(entries[static_cast<std::size_t>(at)].body == body);
}

TEST_CASE("A reply that is filed late joins the conversation that was open when it was written") {
    Store store;
    store.send(jo, {employee(1)}, at(1s), "Hello");
    const TimePoint end = at(1s) + batch_window;
    store.conversations.add(reply(jo, "in-1", end - 1ms), {employee(1)}, end + 50s, batch_window);
    store.conversations.add(reply(jo, "in-2", end), {employee(1)}, end + 50s, batch_window);
    const auto batches = closed_batches(store);
    REQUIRE(batches.size() == 2);
    CHECK(batches[0].entries.size() == 2);
    CHECK(batches[1].entries.size() == 1);
}

TEST_CASE("A batch is not closed before all of its time is read, line by line") {
    Store store;
    store.send(jo, {employee(1)}, at(1s), "Hello");
    const TimePoint end = at(1s) + batch_window;
    store.conversations.close_passed(end + 5ms, batch_window, [&](const LineId&) { return end - 1ms; });
    CHECK(store.conversations.unlogged(no_deadline, 10).empty());
    CHECK(store.conversations.next_due_at(batch_window, end + 5ms) == no_deadline);
    store.conversations.close_passed(end + 5ms, batch_window, [&](const LineId& read) {
        CHECK(read == line);
        return end;
    });
    CHECK(store.conversations.unlogged(no_deadline, 10).size() == 1);
}

TEST_CASE("A text stands where it left, however long its answer took and whatever came of it") {
    Store store;
    const Text text = store.queue(jo, {employee(1)}, at(1s), "Hello");
    store.outbox.claim(line, at(2s));
    store.outbox.answer_lost(text.id, at(3s), "timed out", at(2500ms));
    store.conversations.add(reply(jo, "in-1", at(4s)), {employee(1)}, at(4s), batch_window);
    store.outbox.accepted(text.id, "SM1", at(9s), batch_window);
    store.outbox.record_progress(line, "SM1", TextState::failed, "switched off", at(9500ms));
    const auto batches = closed_batches(store);
    REQUIRE(batches.size() == 1);
    REQUIRE(batches[0].entries.size() == 2);
    CHECK(batches[0].entries[0].body == "Hello");
    CHECK(batches[0].entries[0].at == at(2s));
    CHECK(batches[0].entries[0].state == TextState::failed);
    CHECK(batches[0].entries[0].reason == "switched off");
}

TEST_CASE("A text that was rejected before any try stands at that time") {
    Store store;
    const Text text = store.queue(jo, {employee(1)}, at(1s));
    store.outbox.rejected(text.id, "opted out", at(3s), batch_window);
    CHECK(closed_batches(store).at(0).entries.at(0).at == at(3s));
}

TEST_CASE("A batch takes what comes within its window and not what comes at its end") {
    Store store;
    store.send(jo, {employee(1)}, at(1s), "first");
    const TimePoint end = at(1s) + batch_window;
    CHECK(store.conversations.next_due_at(batch_window, at(1s)) == end);

    store.conversations.close_passed(end - 1ms, batch_window, all_is_read);
    CHECK(store.conversations.unlogged(end, 10).empty());
    store.send(jo, {employee(1)}, end - 1ms, "in time");

    SECTION("closed by the time alone") {
        store.conversations.close_passed(end, batch_window, all_is_read);
        CHECK(store.conversations.unlogged(end, 10).size() == 1);
        CHECK(store.conversations.next_due_at(batch_window, end) == no_time);
    }
    SECTION("closed by the text that comes too late for it") {
        store.send(jo, {employee(1)}, end, "late");
    }
    SECTION("closed by the reply that comes too late for it") {
        store.conversations.add(reply(jo, "in-1", end, "late"), {employee(1)}, end, batch_window);
    }
    const auto closed = store.conversations.unlogged(end, 10);
    REQUIRE(closed.size() == 1);
    REQUIRE(closed[0].entries.size() == 2);
    CHECK(closed[0].entries[1].body == "in time");
}

TEST_CASE("A closed batch takes nothing more") {
    Store store;
    store.send(jo, {employee(1)}, at(1s), "first");
    store.conversations.close_all();
    store.send(jo, {employee(1)}, at(1001ms), "second");
    store.conversations.close_all();
    const auto batches = store.conversations.unlogged(at(2s), 10);
    REQUIRE(batches.size() == 2);
    CHECK(batches[0].entries.at(0).body == "first");
    CHECK(batches[1].entries.at(0).body == "second");
    CHECK(batches[0].log_key != batches[1].log_key);
    CHECK(store.conversations.unlogged(at(2s), 1).at(0).id == batches[0].id);  // oldest first
}

TEST_CASE("Each line and number has batches of its own, owned by all who share the number") {
    Store store;
    store.send(jo, {employee(1), contact(1)}, at(1s));
    store.send(kim, {employee(2)}, at(1s));
    store.send(jo, {employee(3), employee(1)}, at(2s));
    const auto batches = closed_batches(store);
    REQUIRE(batches.size() == 2);
    CHECK(batches[0].records == std::vector{employee(1), employee(3), contact(1)});
    CHECK(batches[1].records == std::vector{employee(2)});
}

TEST_CASE("Closing the batches of a record leaves the others open") {
    Store store;
    store.send(jo, {employee(1), employee(2)}, at(1s));
    store.send(kim, {employee(3)}, at(1s));
    store.conversations.close_of(contact(1));
    CHECK(store.conversations.unlogged(at(2s), 10).empty());
    store.conversations.close_of(employee(2));
    const auto closed = store.conversations.unlogged(at(2s), 10);
    REQUIRE(closed.size() == 1);
    CHECK(closed[0].number == jo);
}

TEST_CASE("A text without owners opens no batch, and joins one that is open") {
    Store store;
    store.send(jo, {}, at(1s));
    CHECK(closed_batches(store).empty());
    store.send(jo, {employee(1)}, at(2s), "owned");
    store.send(jo, {}, at(3s), "not owned");
    const auto batches = closed_batches(store);
    REQUIRE(batches.size() == 1);
    CHECK(batches[0].entries.size() == 2);
    CHECK(batches[0].records == std::vector{employee(1)});
}

TEST_CASE("A batch that only the person wrote in has no author") {
    Store store;
    store.conversations.add(reply(jo, "in-1", at(1s)), {employee(1)}, at(1s), batch_window);
    CHECK(closed_batches(store).at(0).author_rep_id == 0);
}

TEST_CASE("A batch is offered for logging until it is logged") {
    Store store;
    store.send(jo, {employee(1)}, at(1s));
    store.conversations.close_all();
    const auto batch = store.conversations.unlogged(at(2s), 10).at(0);
    CHECK(batch.log_attempts == 0);

    store.conversations.log_failed(batch.id, at(9s), "The host is away.");
    CHECK(store.conversations.unlogged(at(8999ms), 10).empty());
    CHECK(store.conversations.next_due_at(batch_window, at(2s)) == at(9s));
    const auto again = store.conversations.unlogged(at(9s), 10).at(0);
    CHECK(again.log_attempts == 1);
    CHECK(again.log_key == batch.log_key);
    CHECK(again.entries.size() == batch.entries.size());

    store.conversations.logged(batch.id, "message 5", at(9s));
    store.conversations.logged(batch.id, "message 5", at(9001ms));
    store.conversations.log_failed(batch.id, at(9999ms), "said too late");
    CHECK(store.conversations.unlogged(at(99'999ms), 10).empty());
    CHECK(store.conversations.next_due_at(batch_window, at(99'999ms)) == no_deadline);
}

TEST_CASE("A batch that is open or does not exist cannot be logged") {
    Store store;
    store.send(jo, {employee(1)}, at(1s));
    CHECK_THROWS_AS(store.conversations.logged(1, "message 5", at(2s)), StoreError);
    CHECK_THROWS_AS(store.conversations.log_failed(1, at(3s), ""), StoreError);
    CHECK_THROWS_AS(store.conversations.logged(4711, "message 5", at(2s)), StoreError);
    store.conversations.close_all();
    CHECK(store.conversations.unlogged(at(2s), 10).size() == 1);
}
