#include <sodium.h>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <vector>

#include "carrier/telnyx/signature.hpp"
#include "unit/carrier/receiver.hpp"
#include "unit/carrier/telnyx_carrier.hpp"

using namespace mock_host;
using namespace mock_host::test;
using nlohmann::json;

namespace {

std::vector<unsigned char> from_base64(const std::string& text) {
    std::vector<unsigned char> bytes(text.size());
    std::size_t size = 0;
    REQUIRE(sodium_base642bin(bytes.data(), bytes.size(), text.data(), text.size(), nullptr, &size, nullptr,
                              sodium_base64_VARIANT_ORIGINAL) == 0);
    bytes.resize(size);
    return bytes;
}

bool is_signed_for(const std::string& public_key, const Posted& posted) {
    const std::string text = posted.timestamp + "|" + posted.body;
    const auto signature = from_base64(posted.ed25519);
    const auto key = from_base64(public_key);
    return signature.size() == crypto_sign_BYTES && key.size() == crypto_sign_PUBLICKEYBYTES &&
           crypto_sign_verify_detached(signature.data(), reinterpret_cast<const unsigned char*>(text.data()),
                                       text.size(), key.data()) == 0;
}

/// A carrier whose account has its events posted to a receiver.
struct WebhookFixture {
    WebhookFixture() {
        CarrierAccount account = carrier.account();
        account.sms_url = receiver.url();
        carrier.control.add_account(account);
        carrier.control.set_clock("2026-03-02T15:00:00Z");
    }

    /// The event that has been posted, which must be signed.
    json take() {
        const Posted posted = receiver.inbox.take();
        CHECK(posted.method == "POST");
        CHECK(posted.content_type == "application/json");
        CHECK(is_signed_for(carrier.control.accounts().at(0)["public_key"], posted));
        CHECK(posted.timestamp == "1772463600");
        json data = json::parse(posted.body).at("data");
        CHECK(data["record_type"] == "event");
        CHECK(data["id"].get<std::string>().size() == 36);
        CHECK(data["occurred_at"] == "2026-03-02T15:00:00.000+00:00");
        return data;
    }

    Receiver receiver;
    TelnyxCarrier carrier;
};

}  // namespace

TEST_CASE("Telnyx: what signs is Ed25519 of the time and the body") {
    // What OpenSSL makes of the same key and words.
    const telnyx::SigningKey key("KEY0123456789ABCDEF");
    CHECK(key.public_key() == "ykiACIB1dnGGldWUrQ0xqTyVIAFyELBNSKvYRWr+PcY=");
    CHECK(key.signature_of("1772463600", "{}") ==
          "gxuWSOJAOL4Fm1yf32Y7UtXG61WEZ0kX8J9/ODK1w0S5Wrh22x/eXNza79IcQzG9CWhP82814d/3F7uDrLvMBQ==");
}

TEST_CASE("Telnyx: a reply is posted to the profile's address, signed") {
    WebhookFixture fixture;
    const std::string text = "Yes & no = \u00e9 + 1 \U0001F44D";
    const std::string id = fixture.carrier.control.reply(ann, fixture.carrier.line, text, 2);
    const json event = fixture.take();
    CHECK(event["event_type"] == "message.received");
    const json payload = event["payload"];
    CHECK(payload["id"] == id);
    CHECK(payload["direction"] == "inbound");
    CHECK(payload["from"]["phone_number"] == ann);
    CHECK(payload["to"][0]["phone_number"] == fixture.carrier.line);
    CHECK(payload["text"] == text);
    CHECK(payload["type"] == "MMS");
    REQUIRE(payload["media"].size() == 2);
    CHECK(payload["media"][0]["content_type"] == "image/png");
    CHECK(payload["messaging_profile_id"] == fixture.carrier.profile);
    CHECK(payload["autoresponse_type"].is_null());
    CHECK(fixture.carrier.fetch(id)["text"] == text);
}

TEST_CASE("Telnyx: that a text was sent and what became of it is posted, signed") {
    WebhookFixture fixture;
    fixture.carrier.control.set_handset(ann, false);
    const std::string id = fixture.carrier.sent(ann, "Hello")["id"];
    const json sent = fixture.take();
    CHECK(sent["event_type"] == "message.sent");
    CHECK(sent["payload"]["id"] == id);
    CHECK(sent["payload"]["to"][0]["status"] == "sent");
    CHECK(fixture.receiver.inbox.size() == 0);
    fixture.carrier.control.set_handset(ann, true);
    const json ended = fixture.take();
    CHECK(ended["event_type"] == "message.finalized");
    CHECK(ended["id"] != sent["id"]);
    CHECK(ended["payload"]["to"][0]["status"] == "delivered");
    CHECK(ended["payload"]["completed_at"] == "2026-03-02T15:00:00.000+00:00");
    CHECK(ended["payload"]["errors"].empty());

    fixture.carrier.control.set_failure(bob, 30005);
    fixture.carrier.send(bob, "Hello");
    CHECK(fixture.take()["event_type"] == "message.sent");
    const json failed = fixture.take();
    CHECK(failed["event_type"] == "message.finalized");
    CHECK(failed["payload"]["to"][0]["status"] == "delivery_failed");
    CHECK(failed["payload"]["errors"][0]["code"] == "40008");
}

TEST_CASE("Telnyx: a message can have an address of its own, or none") {
    WebhookFixture fixture;
    Receiver own;
    json body{{"from", fixture.carrier.line}, {"to", ann}, {"text", "Hello"}};
    body["webhook_url"] = own.url();
    CHECK(fixture.carrier.create(body).status == 200);
    CHECK(json::parse(own.inbox.take().body)["data"]["event_type"] == "message.sent");
    CHECK(json::parse(own.inbox.take().body)["data"]["event_type"] == "message.finalized");
    body.erase("webhook_url");
    body["use_profile_webhooks"] = false;
    CHECK(fixture.carrier.create(body).status == 200);
    fixture.carrier.control.reply(ann, fixture.carrier.line, "Yes");
    CHECK(fixture.take()["event_type"] == "message.received");
}

TEST_CASE("Telnyx: an event that is not taken is posted again, and then to the failover address") {
    WebhookFixture fixture;
    Receiver failover;
    CarrierAccount account = fixture.carrier.account();
    account.sms_url = fixture.receiver.url();
    account.failover_url = failover.url();
    fixture.carrier.control.add_account(account);
    fixture.receiver.status = 500;
    fixture.carrier.control.reply(ann, fixture.carrier.line, "Yes");
    std::vector<json> events;
    for (int attempt = 1; attempt <= 3; ++attempt) {
        const json posted = json::parse(fixture.receiver.inbox.take().body);
        CHECK(posted["meta"]["attempt"] == attempt);
        events.push_back(posted["data"]);
    }
    const Posted last = failover.inbox.take();
    CHECK(is_signed_for(fixture.carrier.control.accounts().at(0)["public_key"], last));
    events.push_back(json::parse(last.body)["data"]);
    for (const json& event : events)
        CHECK(event == events.front());
    // Once it is taken that is all.
    fixture.receiver.status = 200;
    fixture.carrier.control.reply(ann, fixture.carrier.line, "No");
    CHECK(fixture.take()["payload"]["text"] == "No");
    CHECK(fixture.receiver.inbox.size() == 0);
    CHECK(failover.inbox.size() == 0);
}

TEST_CASE("Telnyx: STOP is answered by the carrier, for the whole profile, until START") {
    WebhookFixture fixture;
    TelnyxCarrier& carrier = fixture.carrier;
    const std::string stop =
        GENERATE(std::string("STOP"), std::string(" stopall "), std::string("Stop all"),
                 std::string("unsubscribe"), std::string("CANCEL"), std::string("end"), std::string("Quit"));
    carrier.control.reply(ann, carrier.line, stop);
    const json stop_event = fixture.take()["payload"];
    CHECK(stop_event["text"] == stop);
    CHECK(stop_event["autoresponse_type"] == "STOP");
    REQUIRE(carrier.control.handset_texts(ann).size() == 1);
    CHECK(carrier.control.handset_texts(ann)[0].body.find("unsubscribed") != std::string::npos);
    CHECK(telnyx_code(carrier.send(ann, "Hello"), 409) == "40300");
    const json from_other{{"from", carrier.other_line}, {"to", ann}, {"text", "Hello"}};
    CHECK(telnyx_code(carrier.create(from_other), 409) == "40300");
    CHECK(carrier.send(bob, "Hello").status == 200);

    const std::string start = stop == "STOP" ? "UNSTOP" : "start";
    carrier.control.reply(ann, carrier.line, "Please don't STOP");
    CHECK(carrier.send(ann, "Hello").status == 409);
    carrier.control.reply(ann, carrier.other_line, start);
    CHECK(carrier.send(ann, "Hello").status == 200);
    CHECK(carrier.control.handset_texts(ann).size() == 3);
}
