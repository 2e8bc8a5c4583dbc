#include "store/webhook_message_store.hpp"

#include <catch2/catch_test_macros.hpp>

#include "store_fixture.hpp"

using namespace send_text;

namespace {

WebhookMessage received(const std::string& id, TextState state, TimePoint created_at = at(5ms)) {
    WebhookMessage made;
    made.message = {.line = LineId("+16515550170"),
                    .number = E164("+16515551299"),
                    .carrier_message_id = id,
                    .inbound = false,
                    .body = "Caf\xC3\xA9",
                    .created_at = created_at,
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
    messages.add({received("a", TextState::accepted), received("b", TextState::accepted)}, at(1ms));
    messages.add({received("c", TextState::accepted)}, at(2ms));
    CHECK(ids(messages.latest(LineId("+16515550170"), 0, 10)) == Ids{"c", "b", "a"});
    CHECK(ids(messages.latest(LineId("+16515550170"), 1, 1)) == Ids{"b"});
    CHECK(messages.latest(LineId("+16515550171"), 0, 10).empty());
    messages.add({received("c", TextState::accepted), received("a", TextState::delivered)}, at(3ms));
    CHECK(ids(messages.latest(LineId("+16515550170"), 0, 10)) == Ids{"a", "c", "b"});
}

TEST_CASE("a message that is heard of again comes no way back") {
    Store store;
    WebhookMessageStore messages(*store.database);
    WebhookMessage failed = received("a", TextState::failed, at(9ms));
    failed.failure = "A landline.";
    failed.fact = NumberFact::takes_no_texts;
    messages.add({received("a", TextState::accepted, at(5ms))}, at(1ms));
    messages.add({failed}, at(2ms));
    messages.add({received("a", TextState::accepted, at(4ms))}, at(3ms));
    messages.add({received("a", TextState::delivered, at(4ms))}, at(4ms));
    const WebhookMessage known = messages.latest(LineId("+16515550170"), 0, 10).at(0);
    CHECK(known.state == TextState::failed);
    CHECK(known.failure == "A landline.");
    CHECK(known.fact == NumberFact::takes_no_texts);
    CHECK(known.message.created_at == at(5ms));
    CHECK(known.message.body == "Caf\xC3\xA9");
    CHECK(known.message.media == 2);
    CHECK_FALSE(known.message.inbound);
}

TEST_CASE("what was heard is kept for a month") {
    Store store;
    WebhookMessageStore messages(*store.database);
    messages.add({received("a", TextState::accepted)}, at(1ms));
    messages.add({received("b", TextState::accepted)}, at(std::chrono::days(30)));
    CHECK(messages.latest(LineId("+16515550170"), 0, 10).size() == 2);
    messages.add({}, at(std::chrono::days(30) + 2ms));
    CHECK(ids(messages.latest(LineId("+16515550170"), 0, 10)) == Ids{"b"});
}
