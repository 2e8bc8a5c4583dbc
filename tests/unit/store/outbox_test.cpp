// Committing, claiming and asking about texts.

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>
#include <mutex>
#include <set>
#include <thread>

#include "core/clock.hpp"
#include "store/query.hpp"
#include "store_fixture.hpp"

using namespace send_text;
using Catch::Matchers::ContainsSubstring;

TEST_CASE("A request is committed with all its texts, as they were given") {
    Store store;
    using namespace std::string_literals;
    const std::string body = "Gr\xc3\xbc\xc3\x9f Gott \xf0\x9f\x98\x80 \0 it's; -- ?"s;
    SendRequest sent = request({{.number = kim, .records = {employee(1), contact(1)}},
                                {.number = jo, .records = {{RecordKind::contact, INT64_MAX}}}},
                               body);
    sent.sender = {.rep_id = INT64_MAX - 1, .name = ""};
    const auto id = store.outbox.commit(sent, 4'102'444'800'123);

    const auto texts = store.outbox.texts_of(id);
    REQUIRE(texts.size() == 2);
    CHECK(texts[0].number == kim);
    CHECK(texts[1].number == jo);
    for (const Text& text : texts) {
        CHECK(text.request_id == id);
        CHECK(text.line == line);
        CHECK(text.body == body);
        CHECK(text.sender.rep_id == INT64_MAX - 1);
        CHECK(text.sender.name.empty());
        CHECK(text.state == TextState::queued);
        CHECK(text.created_ms == 4'102'444'800'123);
        CHECK(text.attempts == 0);
        CHECK(text.carrier_message_id.empty());
    }
    CHECK_THROWS_AS(store.outbox.commit(request({}), 1000), std::invalid_argument);
}

TEST_CASE("Ten thousand texts are committed together") {
    Store store;
    SendRequest sent = request({});
    for (int i = 0; i < 10'000; ++i) {
        sent.texts.push_back({.number = "+1651" + std::to_string(5'550'000 + i), .records = {employee(i)}});
    }
    const auto id = store.outbox.commit(sent, 1000);
    const auto texts = store.outbox.texts_of(id);
    REQUIRE(texts.size() == 10'000);
    CHECK(texts.back().number == sent.texts.back().number);
    CHECK(store.outbox.progress(id).waiting == 10'000);
}

TEST_CASE("When the disk is full nothing of a request is kept, in words") {
    Store store;
    store.database->transaction(
        [](Poco::Data::Session& session) { execute(session, "PRAGMA max_page_count = 60"); });
    const std::vector<OutgoingText> texts(10'000, {.number = jo, .records = {employee(1)}});
    try {
        store.outbox.commit(request(texts), 1000);
        FAIL("no exception");
    } catch (const StoreError& error) {
        CHECK_THAT(error.what(), ContainsSubstring(store.path) && ContainsSubstring("full"));
    }
    CHECK(store.outbox.lines_with_work().empty());
    CHECK_FALSE(store.outbox.claim(line, 2000));
    CHECK(store.queue(jo, {employee(1)}, 1000).state == TextState::queued);  // a small one has room
}

TEST_CASE("Texts are claimed oldest first, each line its own, once") {
    Store store;
    const Text first = store.queue(jo, {}, 1000);
    const Text second = store.queue(kim, {}, 1000);
    store.outbox.commit(request({{.number = jo, .records = {}, .line = "+16125550199"}}), 1000);
    CHECK(store.outbox.lines_with_work() == std::vector<std::string>{line, "+16125550199"});

    const auto claimed = store.outbox.claim(line, 2000);
    REQUIRE(claimed);
    CHECK(claimed->id == first.id);
    CHECK(claimed->state == TextState::sending);
    CHECK(claimed->state_since_ms == 2000);
    CHECK(claimed->sending_since_ms == 2000);
    CHECK(claimed->attempts == 1);
    CHECK(store.outbox.claim(line, 2000)->id == second.id);
    CHECK_FALSE(store.outbox.claim(line, 2000));
    CHECK(store.outbox.lines_with_work() == std::vector<std::string>{"+16125550199"});
}

TEST_CASE("A text that was put back leaves when it may, before what was never tried") {
    Store store;
    const Text first = store.queue(jo, {}, 1000);
    const Text second = store.queue(kim, {}, 1000);
    const Text third = store.queue("+16515551206", {}, 1000);
    store.outbox.claim(line, 2000);
    store.outbox.put_back(first.id, 5000, "The carrier is busy.", 2100);
    CHECK(store.text(first.id).reason == "The carrier is busy.");
    CHECK(store.outbox.claim(line, 4999)->id == second.id);
    const auto again = store.outbox.claim(line, 5000);
    CHECK(again->id == first.id);
    CHECK(again->attempts == 2);
    CHECK(again->sending_since_ms == 5000);
    CHECK(again->reason.empty());
    CHECK(store.outbox.claim(line, 5000)->id == third.id);
}

TEST_CASE("A text that is put back to leave at once is claimable at any time") {
    Store store;
    const Text text = store.queue(jo, {}, 1000);
    store.outbox.claim(line, 2000);
    store.outbox.put_back(text.id, 0, "", 2100);
    CHECK(store.outbox.claim(line, 2100)->id == text.id);
}

TEST_CASE("The next due times are those of the first queued and of the first unknown text") {
    Store store;
    CHECK(store.outbox.next_send_ms(line) == no_deadline_ms);
    const Text first = store.queue(jo, {}, 1000);
    const Text second = store.queue(kim, {}, 1000);
    CHECK(store.outbox.next_send_ms(line) <= 1000);
    store.outbox.claim(line, 2000);
    store.outbox.claim(line, 2000);
    CHECK(store.outbox.next_send_ms(line) == no_deadline_ms);
    store.outbox.put_back(first.id, 7000, "busy", 2000);
    CHECK(store.outbox.next_send_ms(line) == 7000);
    CHECK(store.outbox.next_to_ask_ms(line) == no_deadline_ms);
    store.outbox.answer_lost(second.id, 6000, "timed out", 2000);
    CHECK(store.outbox.next_send_ms(line) == 7000);
    CHECK(store.outbox.next_to_ask_ms(line) == 6000);
    CHECK(store.outbox.next_send_ms("+16125550199") == no_deadline_ms);
    CHECK(store.outbox.next_to_ask_ms("+16125550199") == no_deadline_ms);
}

TEST_CASE("Unknown texts are asked about when they are due, and are unknown since the first time") {
    Store store;
    const Text text = store.queue(jo, {}, 1000);
    store.outbox.claim(line, 2000);
    store.outbox.answer_lost(text.id, 4000, "timed out", 3000);
    CHECK(store.outbox.unknown_texts(line, 3999).empty());
    REQUIRE(store.outbox.unknown_texts(line, 4000).size() == 1);
    store.outbox.answer_lost(text.id, 8000, "still not listed", 4000);
    const auto asked = store.outbox.unknown_texts(line, 8000).at(0);
    CHECK(asked.state_since_ms == 3000);
    CHECK(asked.sending_since_ms == 2000);
    CHECK(asked.reason == "still not listed");
    CHECK(store.outbox.unknown_texts("+16125550199", 8000).empty());
    CHECK_FALSE(store.outbox.claim(line, 9000));

    store.outbox.hold_for_person(text.id, "The carrier cannot tell.", 9000);
    CHECK(store.text(text.id).hold_reason == HoldReason::person);
    CHECK(store.outbox.next_to_ask_ms(line) == no_deadline_ms);
}

TEST_CASE("A listed message may be a text whose answer is not known yet") {
    Store store;
    const Text text = store.queue(jo, {}, 1000, "Hello");
    CHECK_FALSE(store.outbox.may_be_ours(line, jo));
    store.outbox.claim(line, 2000);
    CHECK(store.outbox.may_be_ours(line, jo));
    CHECK_FALSE(store.outbox.may_be_ours(line, kim));
    CHECK_FALSE(store.outbox.may_be_ours("+16125550199", jo));
    store.outbox.answer_lost(text.id, 4000, "timed out", 3000);
    CHECK(store.outbox.may_be_ours(line, jo));
    store.outbox.accepted(text.id, "SM1", 4000, window_ms);
    CHECK_FALSE(store.outbox.may_be_ours(line, jo));
    CHECK(store.outbox.has_carrier_message(line, "SM1"));
    CHECK_FALSE(store.outbox.has_carrier_message("+16125550199", "SM1"));
}

TEST_CASE("Progress counts every text of the request where it is") {
    Store store;
    const std::vector<OutgoingText> ten(10, {.number = jo, .records = {}});
    const auto id = store.outbox.commit(request(ten), 1000);
    store.outbox.commit(request(ten), 1000);
    const auto texts = store.outbox.texts_of(id);
    for (int state = 1; state <= 9; ++state) {
        store.force_state(texts[static_cast<std::size_t>(state)].id, TextState{state});
    }
    const RequestProgress progress = store.outbox.progress(id);
    CHECK(progress.total == 10);
    CHECK(progress.waiting == 5);  // held, queued, sending, unknown, and the first
    CHECK(progress.accepted == 2);
    CHECK(progress.not_sent == 3);
    CHECK(store.outbox.progress(4711).total == 0);
}

TEST_CASE("Several threads never claim the same text") {
    Store store;
    const std::vector<OutgoingText> texts(120, {.number = jo, .records = {employee(1)}});
    const auto id = store.outbox.commit(request(texts), 1000);
    std::mutex mutex;
    std::multiset<std::int64_t> claimed;
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i) {
        threads.emplace_back([&] {
            while (const auto text = store.outbox.claim(line, 2000)) {
                store.outbox.accepted(text->id, "SM" + std::to_string(text->id), 2000, window_ms);
                store.conversations.add(reply(jo, "reply " + std::to_string(text->id), 2000), {employee(1)},
                                        2000, window_ms);
                const std::lock_guard lock(mutex);
                claimed.insert(text->id);
            }
        });
    }
    for (std::thread& thread : threads)
        thread.join();
    CHECK(claimed.size() == 120);
    CHECK(std::set<std::int64_t>(claimed.begin(), claimed.end()).size() == 120);
    CHECK(store.outbox.progress(id).accepted == 120);
    store.conversations.close_all();
    const auto batches = store.conversations.unlogged(2000, 10);
    REQUIRE(batches.size() == 1);
    CHECK(batches[0].entries.size() == 240);
}

TEST_CASE("A text waits until the earlier ones to its number are settled, or held for a person") {
    Store store;
    const Text first = store.queue(jo, {}, 1000);
    const Text second = store.queue(jo, {}, 1000);
    const Text other = store.queue(kim, {}, 1000);
    CHECK(store.outbox.claim(line, 2000)->id == first.id);
    CHECK(store.outbox.next_to_send(line, 2000)->id == other.id);
    SECTION("which is being sent") {}
    SECTION("of which it is not known whether it was sent") {
        store.outbox.answer_lost(first.id, 9000, "timed out", 2000);
    }
    SECTION("which was put back") {
        store.outbox.put_back(first.id, 9000, "busy", 2000);
    }
    CHECK(store.outbox.claim(line, 3000)->id == other.id);
    CHECK_FALSE(store.outbox.claim(line, 3000));
    CHECK(store.outbox.next_send_ms(line) ==
          (store.text(first.id).state == TextState::queued ? 9000 : no_deadline_ms));
    store.force_state(first.id, TextState::unknown);
    store.outbox.hold_for_person(first.id, "The carrier cannot tell.", 4000);
    CHECK(store.outbox.claim(line, 4000)->id == second.id);
}

TEST_CASE("When the clock is set, what was put off waits as long as it would have") {
    Store store;
    const Text put_back = store.queue(jo, {}, 1000);
    const Text unknown = store.queue(kim, {}, 1000);
    const Text night = store.queue("+16515551206", {}, 1000);
    const Text fresh = store.queue("+16515551207", {}, 1000);
    store.outbox.claim(line, 2000);
    store.outbox.claim(line, 2000);
    store.outbox.put_back(put_back.id, 5000, "busy", 2000);
    store.outbox.answer_lost(unknown.id, 7000, "timed out", 2000);
    store.outbox.hold_for_hours(night.id, 9000, "It is night.", 2000);
    const auto not_before_ms = [&](const Text& text) { return store.text(text.id).not_before_ms; };
    store.outbox.clock_was_set(3'600'000);
    CHECK(not_before_ms(put_back) == 3'605'000);
    CHECK(not_before_ms(unknown) == 3'607'000);
    CHECK(not_before_ms(night) == 9000);
    CHECK(not_before_ms(fresh) == 0);
    store.outbox.clock_was_set(-7'200'000);
    CHECK(not_before_ms(put_back) == 1);
    CHECK(not_before_ms(unknown) == 1);

    store.outbox.clock_was_set(100'000);
    store.outbox.wait_no_longer_than(50'000);
    CHECK(not_before_ms(put_back) == 50'000);
    CHECK(not_before_ms(unknown) == 50'000);
    CHECK(not_before_ms(night) == 9000);
    CHECK(not_before_ms(fresh) == 0);
}

TEST_CASE("Claims are counted, and a store that knows of fewer than there were doubts what waits in it") {
    Store store;
    CHECK(store.outbox.requests_begun() == 0);
    store.queue(jo, {}, 1000);
    store.queue(kim, {}, 1000);
    store.outbox.claim(line, 2000);
    CHECK(store.outbox.requests_begun() == 1);
    CHECK(store.outbox.store_is_older(9, 3000) == 2);
    CHECK(store.outbox.requests_begun() == 9);
    CHECK(store.outbox.unknown_texts(line, 3000).size() == 2);
    CHECK_FALSE(store.outbox.claim(line, 3000));
    store.queue("+16515551299", {}, 3000);
    store.outbox.claim(line, 3000);
    CHECK(store.outbox.requests_begun() == 10);
}
