#include "store/webhook_message_store.hpp"

#include <catch2/catch_test_macros.hpp>

#include "store_fixture.hpp"

using namespace send_text;

namespace {

constexpr std::int64_t day_ms = std::int64_t{24} * 3600 * 1000;

WebhookMessage received(const std::string& id, TextState state, std::int64_t created_ms = 5) {
    WebhookMessage made;
    made.message = {.line = "+16515550170",
                    .number = "+16515551299",
                    .carrier_message_id = id,
                    .inbound = false,
                    .body = "Caf\xC3\xA9",
                    .created_ms = created_ms,
                    .media = 2};
    made.state = state;
    return made;
}

std::vector<std::string> ids(const std::vector<WebhookMessage>& all) {
    std::vector<std::string> found;
    for (const WebhookMessage& one : all)
        found.push_back(one.message.carrier_message_id);
    return found;
}

using Ids = std::vector<std::string>;

}  // namespace

TEST_CASE("what was heard last comes first, each message once, and its news anew") {
    Store store;
    WebhookMessageStore messages(*store.database);
    messages.add({received("a", TextState::accepted), received("b", TextState::accepted)}, 1);
    messages.add({received("c", TextState::accepted)}, 2);
    CHECK(ids(messages.latest("+16515550170", 0, 10)) == Ids{"c", "b", "a"});
    CHECK(ids(messages.latest("+16515550170", 1, 1)) == Ids{"b"});
    CHECK(messages.latest("+16515550171", 0, 10).empty());
    messages.add({received("c", TextState::accepted), received("a", TextState::delivered)}, 3);
    CHECK(ids(messages.latest("+16515550170", 0, 10)) == Ids{"a", "c", "b"});
}

TEST_CASE("a message that is heard of again comes no way back") {
    Store store;
    WebhookMessageStore messages(*store.database);
    WebhookMessage failed = received("a", TextState::failed, 9);
    failed.failure = "A landline.";
    failed.fact = NumberFact::takes_no_texts;
    messages.add({received("a", TextState::accepted, 5)}, 1);
    messages.add({failed}, 2);
    messages.add({received("a", TextState::accepted, 4)}, 3);
    messages.add({received("a", TextState::delivered, 4)}, 4);
    const WebhookMessage known = messages.latest("+16515550170", 0, 10).at(0);
    CHECK(known.state == TextState::failed);
    CHECK(known.failure == "A landline.");
    CHECK(known.fact == NumberFact::takes_no_texts);
    CHECK(known.message.created_ms == 5);
    CHECK(known.message.body == "Caf\xC3\xA9");
    CHECK(known.message.media == 2);
    CHECK_FALSE(known.message.inbound);
}

TEST_CASE("what was heard is kept for a month") {
    Store store;
    WebhookMessageStore messages(*store.database);
    messages.add({received("a", TextState::accepted)}, 1);
    messages.add({received("b", TextState::accepted)}, 30 * day_ms);
    CHECK(messages.latest("+16515550170", 0, 10).size() == 2);
    messages.add({}, 30 * day_ms + 2);
    CHECK(ids(messages.latest("+16515550170", 0, 10)) == Ids{"b"});
}
