#include <catch2/catch_test_macros.hpp>

#include "unit/carrier/telnyx_carrier.hpp"

using namespace mock_host;
using namespace mock_host::test;
using nlohmann::json;

TEST_CASE("Telnyx: a text is queued in the answer, and delivered to its handset") {
    TelnyxCarrier carrier;
    carrier.control.set_clock("2026-03-02T15:00:00Z");
    const std::string text = "Hello Ann \U0001F44D";
    const Reply reply = carrier.send(ann, text);
    CHECK(reply.status == 200);
    const json data = reply.json()["data"];
    const std::string id = data["id"];
    CHECK(id.size() == 36);
    CHECK(data["record_type"] == "message");
    CHECK(data["direction"] == "outbound");
    CHECK(data["type"] == "SMS");
    CHECK(data["messaging_profile_id"] == carrier.profile);
    CHECK(data["from"]["phone_number"] == carrier.line);
    CHECK(data["to"].size() == 1);
    CHECK(data["to"][0]["phone_number"] == ann);
    CHECK(data["to"][0]["status"] == "queued");
    CHECK(data["text"] == text);
    CHECK(data["encoding"] == "UTF-16");
    CHECK(data["parts"] == 1);
    CHECK(data["errors"].empty());
    CHECK(data["received_at"] == "2026-03-02T15:00:00.000+00:00");
    CHECK(data["sent_at"].is_null());

    const auto texts = carrier.control.handset_texts(ann);
    REQUIRE(texts.size() == 1);
    CHECK(texts[0].line == carrier.line);
    CHECK(texts[0].body == text);
    CHECK(texts[0].message_id == id);
    CHECK(carrier.status_of(id) == "delivered");
    CHECK(carrier.fetch(id)["completed_at"] == "2026-03-02T15:00:00.000+00:00");
}

TEST_CASE("Telnyx: a handset that is off leaves its text sent, and one that fails undelivered") {
    TelnyxCarrier carrier;
    carrier.control.set_handset(ann, false);
    const std::string id = carrier.sent(ann, "Hello")["id"];
    CHECK(carrier.status_of(id) == "sent");
    carrier.control.set_handset(ann, true);
    CHECK(carrier.status_of(id) == "delivered");

    const auto code_when = [&](int failure) {
        carrier.control.set_failure(bob, failure);
        const json lost = carrier.fetch(carrier.sent(bob, "Hello")["id"]);
        CHECK(lost["to"][0]["status"] == "delivery_failed");
        CHECK(lost["errors"][0]["title"].is_string());
        return lost["errors"][0]["code"].get<std::string>();
    };
    CHECK(code_when(30003) == "40005");
    CHECK(code_when(30004) == "40004");
    CHECK(code_when(30005) == "40008");
    CHECK(code_when(30006) == "40001");
    CHECK(code_when(30007) == "40002");
    CHECK(code_when(30008) == "40004");
    CHECK(code_when(40006) == "40006");
    CHECK(carrier.control.handset_texts(bob).empty());
}

TEST_CASE("Telnyx: a text to a landline is taken and fails, or is refused at once") {
    TelnyxCarrier carrier;
    carrier.control.change_handset(bob, {{"landline", true}});
    const json failed = carrier.fetch(carrier.sent(bob, "Hello")["id"]);
    CHECK(failed["errors"][0]["code"] == "40001");
    carrier.control.change_handset(bob, {{"refused_at_once", true}});
    CHECK(telnyx_code(carrier.send(bob, "Hello"), 400) == "40001");
}

TEST_CASE("Telnyx: a messaging profile texts from its first number") {
    TelnyxCarrier carrier;
    const json data =
        carrier.create({{"messaging_profile_id", carrier.profile}, {"to", ann}, {"text", "Hello"}})
            .json()["data"];
    CHECK(data["from"]["phone_number"] == carrier.line);
    CHECK(carrier.control.handset_texts(ann).at(0).line == carrier.line);
    const Reply unknown = carrier.create(
        {{"messaging_profile_id", "00000000-ae1e-4597-8e11-e5f5686b97d3"}, {"to", ann}, {"text", "Hello"}});
    CHECK(telnyx_code(unknown, 400) == "40305");
}

TEST_CASE("Telnyx: what cannot be sent is refused with its code, and nothing of it is taken") {
    TelnyxCarrier carrier;
    const json good{{"from", carrier.line}, {"to", ann}, {"text", "Hello"}};
    const auto refused = [&](int status, const std::string& key, const json& value) {
        json body = good;
        if (value.is_discarded()) {
            body.erase(key);
        } else {
            body[key] = value;
        }
        return telnyx_code(carrier.create(body), status);
    };
    const json missing(json::value_t::discarded);
    CHECK(refused(422, "to", missing) == "10004");
    CHECK(refused(422, "to", "6515565757") == "10016");
    CHECK(refused(422, "to", "+1651") == "10002");
    CHECK(refused(400, "to", carrier.line) == "40310");
    CHECK(refused(400, "to", json::array({ann})) == "10015");
    CHECK(refused(422, "text", missing) == "10004");
    CHECK(refused(422, "text", "") == "10004");
    CHECK(refused(400, "text", std::string(1531, 'a')) == "40302");
    CHECK(refused(422, "from", missing) == "10004");
    CHECK(refused(400, "from", "+12065550199") == "40305");
    CHECK(refused(400, "from", "2065550160") == "40305");
    CHECK(refused(400, "messaging_profile_id", "00000000-ae1e-4597-8e11-e5f5686b97d3") == "40305");
    CHECK(refused(422, "webhook_url", "nowhere") == "10003");
    CHECK(refused(422, "type", "MMS") == "10027");
    CHECK(refused(422, "encoding", "utf8") == "10027");
    CHECK(telnyx_code(carrier.client.send_json("POST", "/v2/messages", "no JSON"), 400) == "10015");
    CHECK(telnyx_code(carrier.client.send_json("POST", "/v2/messages", "[]"), 400) == "10015");
    CHECK(carrier.control.handset_texts(ann).empty());
    CHECK(carrier.create(good).status == 200);
    CHECK(carrier.send(ann, std::string(1530, 'a')).json()["data"]["parts"] == 10);
}

TEST_CASE("Telnyx: a text is encoded as it is asked for") {
    TelnyxCarrier carrier;
    const auto data = [&](const std::string& encoding, const std::string& text) {
        return carrier.create({{"from", carrier.line}, {"to", ann}, {"text", text}, {"encoding", encoding}})
            .json()["data"];
    };
    const std::string words(80, 'a');
    CHECK(data("auto", words)["encoding"] == "GSM-7");
    CHECK(data("gsm7", words)["parts"] == 1);
    CHECK(data("ucs2", words)["encoding"] == "UTF-16");
    CHECK(data("ucs2", words)["parts"] == 2);
    CHECK(data("auto", words + "\u201d")["encoding"] == "UTF-16");
    const Reply reply =
        carrier.create({{"from", carrier.line}, {"to", ann}, {"text", "\u201d"}, {"encoding", "gsm7"}});
    CHECK(telnyx_code(reply, 400) == "40009");
}

TEST_CASE("Telnyx: one message is found for ten days; there is no list of them") {
    TelnyxCarrier carrier;
    carrier.control.set_clock("2026-03-02T15:00:00Z");
    const std::string id = carrier.sent(ann, "Hello")["id"];
    const auto status = [&](const std::string& path) { return carrier.client.get(path).status; };
    CHECK(status("/v2/messages/" + id) == 200);
    CHECK(telnyx_code(carrier.client.get("/v2/messages"), 404) == "10005");
    CHECK(status("/v2/messages/0f512bda-ae1e-4597-8e11-e5f5686b97d3") == 404);
    CHECK(status("/v2/messages/" + id + "/media") == 404);
    carrier.control.set_clock("2026-03-12T15:00:00Z");
    CHECK(status("/v2/messages/" + id) == 200);
    carrier.control.set_clock("2026-03-12T15:00:01Z");
    CHECK(status("/v2/messages/" + id) == 404);
}

TEST_CASE("Telnyx: a scheduled text leaves at its time, unless it is cancelled or opted out of") {
    TelnyxCarrier carrier;
    carrier.control.set_clock("2026-03-02T15:00:00Z");
    const auto schedule = [&](const std::string& to, const std::string& when) {
        return carrier.create({{"from", carrier.line}, {"to", to}, {"text", "Later"}, {"send_at", when}});
    };
    CHECK(telnyx_code(schedule(ann, "2026-03-02T15:04:59Z"), 422) == "10027");
    CHECK(telnyx_code(schedule(ann, "2026-03-07T15:00:01Z"), 422) == "10027");
    const json waits = schedule(ann, "2026-03-02T16:00:00Z").json()["data"];
    CHECK(waits["to"][0]["status"] == "scheduled");
    const std::string cancelled = schedule(ann, "2026-03-02T16:00:00Z").json()["data"]["id"];
    const std::string stopped = schedule(bob, "2026-03-02T16:00:00Z").json()["data"]["id"];
    const auto cancel = [&](const std::string& id) {
        return carrier.client.send("DELETE", "/v2/messages/" + id, {}, {});
    };
    CHECK(cancel(cancelled).json()["data"]["to"][0]["status"] == "cancelled");
    carrier.control.reply(bob, carrier.line, "STOP");
    carrier.control.set_clock("2026-03-02T15:59:00Z");
    CHECK(telnyx_code(cancel(waits["id"]), 400) == "40318");
    carrier.control.set_clock("2026-03-02T16:00:30Z");
    CHECK(carrier.status_of(waits["id"]) == "delivered");
    CHECK(carrier.status_of(cancelled) == "cancelled");
    CHECK(carrier.status_of(stopped) == "sending_failed");
    CHECK(carrier.control.handset_texts(ann).size() == 1);
}
