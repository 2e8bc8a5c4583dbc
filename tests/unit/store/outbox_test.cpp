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
    const auto id = store.outbox.commit(sent, at(4'102'444'800'123ms));

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
        CHECK(text.created_at == at(4'102'444'800'123ms));
        CHECK(text.attempts == 0);
        CHECK(text.carrier_message_id.empty());
    }
    CHECK_THROWS_AS(store.outbox.commit(request({}), at(1s)), std::invalid_argument);
}

TEST_CASE("Ten thousand texts are committed together") {
    Store store;
    SendRequest sent = request({});
    for (int i = 0; i < 10'000; ++i) {
        sent.texts.push_back(
            {.number = E164("+1651" + std::to_string(5'550'000 + i)), .records = {employee(i)}});
    }
    const auto id = store.outbox.commit(sent, at(1s));
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
        store.outbox.commit(request(texts), at(1s));
        FAIL("no exception");
    } catch (const StoreError& error) {
        CHECK_THAT(error.what(), ContainsSubstring(store.path) && ContainsSubstring("full"));
    }
    CHECK(store.outbox.lines_with_work().empty());
    CHECK_FALSE(store.outbox.claim(line, at(2s)));
    CHECK(store.queue(jo, {employee(1)}, at(1s)).state == TextState::queued);  // a small one has room
}

TEST_CASE("Texts are claimed oldest first, each line its own, once") {
    Store store;
    const Text first = store.queue(jo, {}, at(1s));
    const Text second = store.queue(kim, {}, at(1s));
    store.outbox.commit(request({{.number = jo, .records = {}, .line = LineId("+16125550199")}}), at(1s));
    CHECK(store.outbox.lines_with_work() == std::vector<LineId>{line, LineId("+16125550199")});

    const auto claimed = store.outbox.claim(line, at(2s));
    REQUIRE(claimed);
    CHECK(claimed->id == first.id);
    CHECK(claimed->state == TextState::sending);
    CHECK(claimed->state_since == at(2s));
    CHECK(claimed->sending_since == at(2s));
    CHECK(claimed->attempts == 1);
    CHECK(store.outbox.claim(line, at(2s))->id == second.id);
    CHECK_FALSE(store.outbox.claim(line, at(2s)));
    CHECK(store.outbox.lines_with_work() == std::vector<LineId>{LineId("+16125550199")});
}

TEST_CASE("A text that was put back leaves when it may, before what was never tried") {
    Store store;
    const Text first = store.queue(jo, {}, at(1s));
    const Text second = store.queue(kim, {}, at(1s));
    const Text third = store.queue(E164("+16515551206"), {}, at(1s));
    store.outbox.claim(line, at(2s));
    store.outbox.put_back(first.id, at(5s), "The carrier is busy.", at(2100ms));
    CHECK(store.text(first.id).reason == "The carrier is busy.");
    CHECK(store.outbox.claim(line, at(4999ms))->id == second.id);
    const auto again = store.outbox.claim(line, at(5s));
    CHECK(again->id == first.id);
    CHECK(again->attempts == 2);
    CHECK(again->sending_since == at(5s));
    CHECK(again->reason.empty());
    CHECK(store.outbox.claim(line, at(5s))->id == third.id);
}

TEST_CASE("A text that is put back to leave at once is claimable at any time") {
    Store store;
    const Text text = store.queue(jo, {}, at(1s));
    store.outbox.claim(line, at(2s));
    store.outbox.put_back(text.id, no_time, "", at(2100ms));
    CHECK(store.outbox.claim(line, at(2100ms))->id == text.id);
}

TEST_CASE("The next due times are those of the first queued and of the first unknown text") {
    Store store;
    CHECK(store.outbox.next_send_at(line) == no_deadline);
    const Text first = store.queue(jo, {}, at(1s));
    const Text second = store.queue(kim, {}, at(1s));
    CHECK(store.outbox.next_send_at(line) <= at(1s));
    store.outbox.claim(line, at(2s));
    store.outbox.claim(line, at(2s));
    CHECK(store.outbox.next_send_at(line) == no_deadline);
    store.outbox.put_back(first.id, at(7s), "busy", at(2s));
    CHECK(store.outbox.next_send_at(line) == at(7s));
    CHECK(store.outbox.next_ask_at(line) == no_deadline);
    store.outbox.answer_lost(second.id, at(6s), "timed out", at(2s));
    CHECK(store.outbox.next_send_at(line) == at(7s));
    CHECK(store.outbox.next_ask_at(line) == at(6s));
    CHECK(store.outbox.next_send_at(LineId("+16125550199")) == no_deadline);
    CHECK(store.outbox.next_ask_at(LineId("+16125550199")) == no_deadline);
}

TEST_CASE("Unknown texts are asked about when they are due, and are unknown since the first time") {
    Store store;
    const Text text = store.queue(jo, {}, at(1s));
    store.outbox.claim(line, at(2s));
    store.outbox.answer_lost(text.id, at(4s), "timed out", at(3s));
    CHECK(store.outbox.unknown_texts(line, at(3999ms)).empty());
    REQUIRE(store.outbox.unknown_texts(line, at(4s)).size() == 1);
    store.outbox.answer_lost(text.id, at(8s), "still not listed", at(4s));
    const auto asked = store.outbox.unknown_texts(line, at(8s)).at(0);
    CHECK(asked.state_since == at(3s));
    CHECK(asked.sending_since == at(2s));
    CHECK(asked.reason == "still not listed");
    CHECK(store.outbox.unknown_texts(LineId("+16125550199"), at(8s)).empty());
    CHECK_FALSE(store.outbox.claim(line, at(9s)));

    store.outbox.hold_for_person(text.id, "The carrier cannot tell.", at(9s));
    CHECK(store.text(text.id).hold_reason == HoldReason::person);
    CHECK(store.outbox.next_ask_at(line) == no_deadline);
}

TEST_CASE("A listed message may be a text whose answer is not known yet") {
    Store store;
    const Text text = store.queue(jo, {}, at(1s), "Hello");
    CHECK_FALSE(store.outbox.may_be_ours(line, jo));
    store.outbox.claim(line, at(2s));
    CHECK(store.outbox.may_be_ours(line, jo));
    CHECK_FALSE(store.outbox.may_be_ours(line, kim));
    CHECK_FALSE(store.outbox.may_be_ours(LineId("+16125550199"), jo));
    store.outbox.answer_lost(text.id, at(4s), "timed out", at(3s));
    CHECK(store.outbox.may_be_ours(line, jo));
    store.outbox.accepted(text.id, "SM1", at(4s), batch_window);
    CHECK_FALSE(store.outbox.may_be_ours(line, jo));
    CHECK(store.outbox.has_carrier_message(line, "SM1"));
    CHECK_FALSE(store.outbox.has_carrier_message(LineId("+16125550199"), "SM1"));
}

TEST_CASE("Progress counts every text of the request where it is") {
    Store store;
    const std::vector<OutgoingText> ten(10, {.number = jo, .records = {}});
    const auto id = store.outbox.commit(request(ten), at(1s));
    store.outbox.commit(request(ten), at(1s));
    const auto texts = store.outbox.texts_of(id);
    for (int state = 1; state <= 9; ++state) {
        store.force_state(texts[static_cast<std::size_t>(state)].id, TextState{state});
    }
    const RequestProgress progress = store.outbox.progress(id);
    CHECK(progress.total == 10);
    CHECK(progress.waiting == 5);  // held, queued, sending, unknown, and the first
    CHECK(progress.accepted == 2);
    CHECK(progress.not_sent == 3);
    CHECK(store.outbox.progress(RequestId{4711}).total == 0);
}

TEST_CASE("Several threads never claim the same text") {
    Store store;
    const std::vector<OutgoingText> texts(120, {.number = jo, .records = {employee(1)}});
    const auto id = store.outbox.commit(request(texts), at(1s));
    std::mutex mutex;
    std::multiset<TextId> claimed;
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i) {
        threads.emplace_back([&] {
            while (const auto text = store.outbox.claim(line, at(2s))) {
                store.outbox.accepted(text->id, "SM" + std::to_string(number_of(text->id)), at(2s),
                                      batch_window);
                store.conversations.add(reply(jo, "reply " + std::to_string(number_of(text->id)), at(2s)),
                                        {employee(1)}, at(2s), batch_window);
                const std::lock_guard lock(mutex);
                claimed.insert(text->id);
            }
        });
    }
    for (std::thread& thread : threads)
        thread.join();
    CHECK(claimed.size() == 120);
    CHECK(std::set<TextId>(claimed.begin(), claimed.end()).size() == 120);
    CHECK(store.outbox.progress(id).accepted == 120);
    store.conversations.close_all();
    const auto batches = store.conversations.unlogged(at(2s), 10);
    REQUIRE(batches.size() == 1);
    CHECK(batches[0].entries.size() == 240);
}

TEST_CASE("A text waits until the earlier ones to its number are settled, or held for a person") {
    Store store;
    const Text first = store.queue(jo, {}, at(1s));
    const Text second = store.queue(jo, {}, at(1s));
    const Text other = store.queue(kim, {}, at(1s));
    CHECK(store.outbox.claim(line, at(2s))->id == first.id);
    CHECK(store.outbox.next_to_send(line, at(2s))->id == other.id);
    SECTION("which is being sent") {}
    SECTION("of which it is not known whether it was sent") {
        store.outbox.answer_lost(first.id, at(9s), "timed out", at(2s));
    }
    SECTION("which was put back") {
        store.outbox.put_back(first.id, at(9s), "busy", at(2s));
    }
    CHECK(store.outbox.claim(line, at(3s))->id == other.id);
    CHECK_FALSE(store.outbox.claim(line, at(3s)));
    CHECK(store.outbox.next_send_at(line) ==
          (store.text(first.id).state == TextState::queued ? at(9s) : no_deadline));
    store.force_state(first.id, TextState::unknown);
    store.outbox.hold_for_person(first.id, "The carrier cannot tell.", at(4s));
    CHECK(store.outbox.claim(line, at(4s))->id == second.id);
}

TEST_CASE("When the clock is set, what was put off waits as long as it would have") {
    Store store;
    const Text put_back = store.queue(jo, {}, at(1s));
    const Text unknown = store.queue(kim, {}, at(1s));
    const Text night = store.queue(E164("+16515551206"), {}, at(1s));
    const Text fresh = store.queue(E164("+16515551207"), {}, at(1s));
    store.outbox.claim(line, at(2s));
    store.outbox.claim(line, at(2s));
    store.outbox.put_back(put_back.id, at(5s), "busy", at(2s));
    store.outbox.answer_lost(unknown.id, at(7s), "timed out", at(2s));
    store.outbox.hold_for_hours(night.id, at(9s), "It is night.", at(2s));
    const auto not_before = [&](const Text& text) { return store.text(text.id).not_before; };
    store.outbox.clock_was_set(1h);
    CHECK(not_before(put_back) == at(3605s));
    CHECK(not_before(unknown) == at(3607s));
    CHECK(not_before(night) == at(9s));
    CHECK(not_before(fresh) == no_time);
    store.outbox.clock_was_set(-2h);
    CHECK(not_before(put_back) == at(1ms));
    CHECK(not_before(unknown) == at(1ms));

    store.outbox.clock_was_set(100s);
    store.outbox.wait_no_longer_than(at(50s));
    CHECK(not_before(put_back) == at(50s));
    CHECK(not_before(unknown) == at(50s));
    CHECK(not_before(night) == at(9s));
    CHECK(not_before(fresh) == no_time);
}

TEST_CASE("Claims are counted, and a store that knows of fewer than there were doubts what waits in it") {
    Store store;
    CHECK(store.outbox.requests_begun() == 0);
    store.queue(jo, {}, at(1s));
    store.queue(kim, {}, at(1s));
    store.outbox.claim(line, at(2s));
    CHECK(store.outbox.requests_begun() == 1);
    CHECK(store.outbox.store_is_older(9, at(3s)) == 2);
    CHECK(store.outbox.requests_begun() == 9);
    CHECK(store.outbox.unknown_texts(line, at(3s)).size() == 2);
    CHECK_FALSE(store.outbox.claim(line, at(3s)));
    store.queue(E164("+16515551299"), {}, at(3s));
    store.outbox.claim(line, at(3s));
    CHECK(store.outbox.requests_begun() == 10);
}
