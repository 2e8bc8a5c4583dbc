// Large requests leave in batches, and it is known how much leaves before what.

#include <catch2/catch_test_macros.hpp>

#include "store/query.hpp"
#include "store/text_rows.hpp"
#include "store_fixture.hpp"

using namespace send_text;

namespace {

std::vector<OutgoingText> texts(std::size_t count, std::int64_t segments = 1) {
    std::vector<OutgoingText> result;
    for (std::size_t i = 0; i < count; ++i)
        result.push_back(
            {.number = E164("+1651555" + std::to_string(1000 + i)), .records = {}, .segments = segments});
    return result;
}

/// The request that the next text of the line belongs to, which leaves.
RequestId let_leave(Store& store) {
    const Text text = store.outbox.claim(line, at(5s)).value();
    store.outbox.accepted(text.id, "SM" + std::to_string(number_of(text.id)), at(5s), batch_window);
    return text.request_id;
}

std::string plan_of(Store& store, const std::string& sql, Values values) {
    return in_transaction(*store.database, [&](Poco::Data::Session& session) {
        std::string plan;
        for_each_row(session, "EXPLAIN QUERY PLAN " + sql, values, [&](Row& row) {
            row.integer();
            row.integer();
            row.integer();
            plan += row.text() + "\n";
        });
        return plan;
    });
}

}  // namespace

TEST_CASE("Requests of one line have their turns between the batches of a large one") {
    Store store;
    const auto large = store.outbox.commit(request(texts(120)), at(1s));
    for (int i = 0; i < 60; ++i)
        CHECK(let_leave(store) == large);
    const auto single = store.outbox.commit(request(texts(1)), at(2s));
    CHECK(let_leave(store) == single);

    const auto second = store.outbox.commit(request(texts(50)), at(2s));
    for (int i = 0; i < 49; ++i)
        CHECK(let_leave(store) == second);
    for (int i = 0; i < 38; ++i)
        CHECK(let_leave(store) == large);  // the rest of its second batch
    CHECK(let_leave(store) == second);     // whose second batch is one text
    for (int i = 0; i < 22; ++i)
        CHECK(let_leave(store) == large);
    CHECK_FALSE(store.outbox.claim(line, at(5s)));
}

TEST_CASE("A batch that waited for its hours has its turn by its place, and what was put back comes first") {
    Store store;
    const auto large = store.outbox.commit(request(texts(100)), at(1s));
    const auto ids = store.outbox.texts_of(large);
    for (std::size_t i = 0; i < 49; ++i)
        store.outbox.hold_for_hours(ids[i].id, at(9s), "It is night.", at(1s));
    CHECK(store.outbox.claim(line, at(2s))->id == ids[49].id);
    store.outbox.put_back(ids[49].id, at(3s), "busy", at(2s));
    CHECK(store.outbox.claim(line, at(2500ms))->id == ids[50].id);
    store.outbox.release(at(9s), at(9s));
    CHECK(store.outbox.claim(line, at(9s))->id == ids[49].id);
    CHECK(store.outbox.claim(line, at(9s))->id == ids[0].id);
    CHECK(store.outbox.claim(line, at(9s))->id == ids[1].id);
}

TEST_CASE("A text is claimed only while it is the next one") {
    Store store;
    const auto large = store.outbox.commit(request(texts(50)), at(1s));
    for (int i = 0; i < 49; ++i)
        CHECK(let_leave(store) == large);
    const Text next = *store.outbox.next_to_send(line, at(2s));
    const Text newer = store.queue(jo, {}, at(2s));
    CHECK_FALSE(store.outbox.claim(line, at(2s), next.id));
    CHECK(store.text(newer.id).state == TextState::queued);
    CHECK(store.outbox.claim(line, at(2s), newer.id)->id == newer.id);
    CHECK(store.outbox.claim(line, at(2s), next.id)->id == next.id);
}

TEST_CASE("What leaves next is found without reading the others") {
    Store store;
    for (const char* const due : {"not_before_ms = 0 ORDER BY send_batch, id LIMIT 1",
                                  "not_before_ms > 0 AND not_before_ms <= 5 "
                                  "ORDER BY not_before_ms, send_batch, id LIMIT 1"}) {
        const std::string plan = plan_of(
            store, std::string("SELECT id FROM outgoing_text WHERE state = 2 AND line = ? AND ") + due,
            {line});
        CHECK(plan.find("COVERING INDEX text_by_due_time") != plan.npos);
        CHECK(plan.find("TEMP B-TREE") == plan.npos);
    }
    const std::string plan = plan_of(
        store,
        "SELECT sum(segments) FROM outgoing_text WHERE state = 2 AND line = ? AND (send_batch, id) <= (1, 2)",
        {line});
    CHECK(plan.find("INDEX text_by_due_time") != plan.npos);
}

TEST_CASE("The segments until a request is sent are its own and what has its turn before") {
    Store store;
    const auto large = store.outbox.commit(request(texts(120, 2)), at(1s));
    CHECK(store.outbox.segments_until_sent(large) == 240);
    const auto single = store.outbox.commit(request(texts(1, 3)), at(1s));
    CHECK(store.outbox.segments_until_sent(single) == 98 + 3);
    CHECK(store.outbox.segments_until_sent(large) == 243);
    CHECK(store.outbox.segments_before(line, 49) == 98 + 3);
    CHECK(store.outbox.segments_before(line, 50) == 196 + 3);
    CHECK(store.outbox.segments_before(line, 5000) == 243);
    CHECK(store.outbox.segments_before(LineId("+16125550199"), 5000) == 0);

    for (int i = 0; i < 50; ++i)
        let_leave(store);  // 49 of the large one, and the single one
    CHECK(store.outbox.segments_until_sent(large) == 142);
    CHECK(store.outbox.segments_until_sent(single) == 0);
    CHECK(store.outbox.segments_until_sent(RequestId{4711}) == 0);
}

TEST_CASE("Of several lines the one that takes longest counts") {
    Store store;
    auto some = texts(10);
    for (std::size_t i = 0; i < 3; ++i)
        some[i].line = LineId("+16125550199");
    const auto id = store.outbox.commit(request(some), at(1s));
    CHECK(store.outbox.segments_until_sent(id) == 7);
}

TEST_CASE("Progress tells which batch leaves") {
    Store store;
    const auto id = store.outbox.commit(request(texts(120)), at(1s));
    CHECK(store.outbox.progress(id).batches == 3);
    CHECK(store.outbox.progress(id).batch == 1);
    CHECK(store.outbox.progress(id).stoppable == 120);
    const Text first = store.outbox.claim(line, at(1s)).value();
    store.outbox.put_back(first.id, at(15min), "busy", at(1s));
    for (int i = 0; i < 48; ++i)
        let_leave(store);
    CHECK(store.outbox.progress(id).batch == 2);  // though one of the first is to be tried again
    for (int i = 0; i < 71; ++i)
        let_leave(store);
    CHECK(store.outbox.progress(id).batch == 1);
    store.outbox.hold_for_hours(first.id, at(15min), "It is night.", at(2s));
    CHECK(store.outbox.progress(id).batch == 0);
    CHECK(store.outbox.progress(id).out_of_hours == 1);
    CHECK(store.outbox.progress(id).stoppable == 1);
}
