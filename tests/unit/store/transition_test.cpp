// The life of a text: what it may become, and that nothing else is ever made of it.

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators_range.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>
#include <set>

#include "store_fixture.hpp"

using namespace send_text;
using Catch::Matchers::ContainsSubstring;
using enum TextState;

namespace {

struct Operation {
    const char* name;
    TextState to;
    std::set<TextState> from;
    void (*run)(OutboxStore& outbox, TextId id);
};

const Operation operations[] = {
    // of held, since a person may have found that it was sent; of queued and cancelled, since it may turn out
    // that it was before a person decided otherwise
    {"accepted",
     accepted,
     {sending, unknown, held, queued, cancelled},
     [](OutboxStore& outbox, TextId id) { outbox.accepted(id, "SM1", at(5s), batch_window); }},
    // of held, since a text that waits for its hours is also refused when its number opts out
    {"rejected",
     rejected,
     {sending, queued, held},
     [](OutboxStore& outbox, TextId id) { outbox.rejected(id, "not a mobile", at(5s), batch_window); }},
    // of held, since a person or the time lets it go
    {"put_back",
     queued,
     {sending, unknown, held},
     [](OutboxStore& outbox, TextId id) { outbox.put_back(id, at(9s), "busy", at(5s)); }},
    // of queued and held, since they may have left when the store is older than what was sent
    {"answer_lost",
     unknown,
     {sending, unknown, queued, held},
     [](OutboxStore& outbox, TextId id) { outbox.answer_lost(id, at(9s), "timed out", at(5s)); }},
    {"hold_for_person",
     held,
     {unknown, queued},
     [](OutboxStore& outbox, TextId id) { outbox.hold_for_person(id, "cannot be told", at(5s)); }},
};

}  // namespace

TEST_CASE("May become: every pair of states") {
    const std::set<std::pair<TextState, TextState>> allowed = {
        {held, unknown},    {queued, unknown},    {held, queued},        {held, rejected},
        {held, cancelled},  {held, accepted},     {queued, held},        {queued, sending},
        {queued, rejected}, {queued, cancelled},  {sending, accepted},   {sending, rejected},
        {sending, queued},  {sending, unknown},   {unknown, accepted},   {unknown, queued},
        {unknown, held},    {unknown, unknown},   {accepted, delivered}, {accepted, failed},
        {queued, accepted}, {unknown, cancelled}, {cancelled, accepted},
    };
    for (int from = 1; from <= 9; ++from) {
        for (int to = 1; to <= 9; ++to) {
            const std::pair pair(TextState{from}, TextState{to});
            INFO(name_of(pair.first) << " to " << name_of(pair.second));
            CHECK(may_become(pair.first, pair.second) == allowed.contains(pair));
        }
    }
}

TEST_CASE("Every operation on a text in every state is done or refused with words") {
    const auto from = TextState{GENERATE(range(1, 10))};
    Store store;
    for (const Operation& operation : operations) {
        INFO(operation.name << " of a text that is " << name_of(from));
        const auto id = store.queue(jo, {employee(1)}, at(1s)).id;
        store.force_state(id, from);
        if (operation.from.contains(from)) {
            operation.run(store.outbox, id);
            CHECK(store.text(id).state == operation.to);
            store.conversations.close_all();
            for (const auto& batch : store.conversations.unlogged(at(9999ms), 10)) {
                store.conversations.logged(batch.id, "", at(9999ms));
            }
        } else {
            try {
                operation.run(store.outbox, id);
                FAIL("no exception");
            } catch (const StoreError& error) {
                CHECK_THAT(error.what(),
                           ContainsSubstring("Text " + std::to_string(number_of(id)) + " is " +
                                             name_of(from) + " and cannot become " + name_of(operation.to)));
            }
            const Text text = store.text(id);
            CHECK(text.state == from);
            CHECK(text.state_since == at(1s));
            CHECK(text.reason.empty());
            CHECK(text.carrier_message_id.empty());
            store.conversations.close_all();
            CHECK(store.conversations.unlogged(at(9999ms), 1).empty());
        }
    }
}

TEST_CASE("Accepted twice with the same carrier id is harmless, with another it is refused") {
    Store store;
    const Text text = store.send(jo, {employee(1)}, at(1s));
    store.outbox.accepted(text.id, text.carrier_message_id, at(2s), batch_window);
    CHECK(store.text(text.id).state_since == at(1s));
    CHECK_THROWS_AS(store.outbox.accepted(text.id, "SM-other", at(2s), batch_window), StoreError);
    CHECK(store.text(text.id).carrier_message_id == text.carrier_message_id);
}

TEST_CASE("A text that does not exist is refused") {
    Store store;
    CHECK_THROWS_AS(store.outbox.put_back(TextId{4711}, no_time, "", at(1s)), StoreError);
}

TEST_CASE("What the carrier says later moves accepted texts only") {
    Store store;
    const Text first = store.send(jo, {employee(1)}, at(1s));
    const Text second = store.send(kim, {employee(2)}, at(1s));
    store.outbox.record_progress(line, first.carrier_message_id, delivered, "", at(2s));
    store.outbox.record_progress(line, second.carrier_message_id, failed, "switched off", at(2s));
    CHECK(store.text(first.id).state == delivered);
    CHECK(store.text(second.id).state == failed);
    CHECK(store.text(second.id).reason == "switched off");

    store.outbox.record_progress(line, first.carrier_message_id, failed, "too late", at(3s));
    CHECK(store.text(first.id).state == delivered);
    CHECK(store.text(first.id).reason.empty());
    store.outbox.record_progress(line, "never seen", delivered, "", at(3s));
    CHECK_THROWS_AS(store.outbox.record_progress(line, first.carrier_message_id, queued, "", at(3s)),
                    std::invalid_argument);
}

TEST_CASE("No carrier id matches a text that has none") {
    Store store;
    const auto id = store.queue(jo, {employee(1)}, at(1s)).id;
    store.outbox.claim(line, at(1s));
    store.outbox.accepted(id, "", at(1s), batch_window);
    CHECK_FALSE(store.outbox.has_carrier_message(line, ""));
    store.outbox.record_progress(line, "", failed, "not this one", at(2s));
    CHECK(store.text(id).state == accepted);
}
