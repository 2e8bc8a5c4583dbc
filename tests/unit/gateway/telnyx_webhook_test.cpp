// What Telnyx tells by webhook: that it is Telnyx's, and what it says.
#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>
#include <nlohmann/json.hpp>

#include "core/time.hpp"
#include "gateway/telnyx/signature.hpp"
#include "gateway/telnyx/webhook_event.hpp"
#include "unit/support/telnyx_calls.hpp"

using namespace send_text;
using namespace send_text::telnyx;
using namespace send_text::testing;
using namespace std::chrono_literals;
using Catch::Matchers::ContainsSubstring;
using nlohmann::json;

namespace {

constexpr TimePoint now{1'772'463'840'000ms};  // 2026-03-02 15:04:00 UTC
const Ed25519Key key;

CarrierMessage only_message_of(const json& event) {
    const std::vector<CarrierMessage> all = messages(telnyx_call(event));
    REQUIRE(all.size() == 1);
    return all.front();
}

}  // namespace

TEST_CASE("Telnyx's signature is of time stamp and body, by the account's key") {
    const WebhookCall call = telnyx_call(telnyx_event("message.received", "m1", "Yes"), key, now);
    CHECK(is_signed(call, key.public_key(), now));
    CHECK(is_signed(call, key.public_key(), now - 1h));  // our clock is behind
    CHECK_FALSE(is_signed(call, Ed25519Key().public_key(), now));
    CHECK_FALSE(is_signed(call, "", now));
    CHECK_FALSE(is_signed(call, "not a key", now));

    WebhookCall altered = call;
    altered.body += " ";
    CHECK_FALSE(is_signed(altered, key.public_key(), now));
    altered = call;
    altered.headers["telnyx-timestamp"] =
        std::to_string(std::chrono::floor<Seconds>(now).time_since_epoch().count() + 1);
    CHECK_FALSE(is_signed(altered, key.public_key(), now));
    for (const char* const header : {"telnyx-timestamp", "telnyx-signature-ed25519"}) {
        altered = call;
        altered.headers.erase(header);
        CHECK_FALSE(is_signed(altered, key.public_key(), now));
        altered.headers[header] = call.header(header) + ", " + call.header(header);
        CHECK_FALSE(is_signed(altered, key.public_key(), now));
    }
    altered = call;
    altered.headers["telnyx-signature-ed25519"].back() = 'A';
    CHECK_FALSE(is_signed(altered, key.public_key(), now));
}

TEST_CASE("what was signed more than five minutes ago is refused") {
    const json event = telnyx_event("message.received", "m1", "Yes");
    CHECK(is_signed(telnyx_call(event, key, now - 5min), key.public_key(), now));
    CHECK_FALSE(is_signed(telnyx_call(event, key, now - 301s), key.public_key(), now));
}

TEST_CASE("a public key is the Base64 of 32 bytes") {
    CHECK(is_public_key(key.public_key()));
    CHECK(is_public_key(std::string(43, 'A') + "="));
    for (const std::string& text : {std::string(), std::string(44, 'A'), std::string(43, 'A'),
                                    std::string(42, 'A') + "==", " " + std::string(42, 'A') + "=",
                                    std::string(42, 'A') + "!=", std::string(88, 'A')})
        CHECK_FALSE(is_public_key(text));
}

TEST_CASE("what came in is a message of the line that it came to") {
    json event = telnyx_event("message.received", "m1", "Yes, gladly");
    event["data"]["payload"]["media"] = json::array({"one", "two"});
    const CarrierMessage message = only_message_of(event);
    CHECK(message.id == "m1");
    CHECK(message.direction == Direction::inbound);
    CHECK(message.number.str() == telnyx_person);
    CHECK(message.body == "Yes, gladly");
    CHECK(message.created_at == now + 148ms);
    CHECK(message.media == 2);
    CHECK(line_of(telnyx_call(event)).str() == telnyx_line);
}

TEST_CASE("receipts tell how far a text of the line has come") {
    const auto state = [](const char* type, const char* status) {
        const json event = telnyx_event(type, "m1", "Hello", status);
        CHECK(line_of(telnyx_call(event)).str() == telnyx_line);
        const CarrierMessage message = only_message_of(event);
        CHECK(message.direction == Direction::outbound);
        CHECK(message.number.str() == telnyx_person);
        return message.state;
    };
    CHECK(state("message.sent", "sent") == CarrierState::in_progress);
    CHECK(state("message.finalized", "delivered") == CarrierState::delivered);
    CHECK(state("message.finalized", "delivery_unconfirmed") == CarrierState::in_progress);
    CHECK(state("message.finalized", "delivery_failed") == CarrierState::failed);
    CHECK(state("message.finalized", "sending_failed") == CarrierState::failed);
}

TEST_CASE("why a text failed is told in words") {
    json event = telnyx_event("message.finalized", "m1", "Hello World", "delivery_failed");
    event["data"]["payload"]["errors"] = json::array({json{{"code", "40001"}, {"title", "Not routable"}}});
    CHECK_THAT(only_message_of(event).failure, ContainsSubstring("landline"));
    CHECK(only_message_of(event).fact == NumberFact::takes_no_texts);
    event["data"]["payload"]["errors"] =
        json::array({json{{"code", "40777"}, {"detail", "Hello World is no good"}}});
    CHECK_THAT(only_message_of(event).failure, ContainsSubstring("40777") && !ContainsSubstring("Hello"));
    event["data"]["payload"]["errors"] = json::array();
    CHECK(only_message_of(event).failure.empty());
}

TEST_CASE("an event is known by its id, and one without an id by nothing") {
    json event = telnyx_event("message.received", "m1", "Yes");
    CHECK(event_ids(telnyx_call(event)) == event_ids(telnyx_call(event)));
    CHECK(event_ids(telnyx_call(event)) !=
          event_ids(telnyx_call(telnyx_event("message.received", "m2", "Yes"))));
    event["data"].erase("id");
    CHECK(event_ids(telnyx_call(event)).empty());
}

TEST_CASE("what is no message of a phone's is none") {
    for (const char* const body : {"", "{", "[]", "null", R"({"data":null})", R"({"data":{"payload":[]}})"}) {
        WebhookCall call;
        call.body = body;
        CHECK(messages(call).empty());
        CHECK(line_of(call).empty());
        CHECK(event_ids(call).empty());
    }
    const auto is_message = [](const char* pointer, const json& value) {
        json event = telnyx_event("message.received", "m1", "Yes");
        event[json::json_pointer(pointer)] = value;
        return !messages(telnyx_call(event)).empty();
    };
    CHECK(is_message("/data/payload/text", nullptr));  // pictures alone
    CHECK_FALSE(is_message("/data/event_type", "call.hangup"));
    CHECK_FALSE(is_message("/data/payload/id", ""));
    CHECK_FALSE(is_message("/data/payload/from/phone_number", "12345"));
    CHECK_FALSE(is_message("/data/payload/from", nullptr));
    CHECK_FALSE(is_message("/data/occurred_at", "yesterday"));
}
