#include <Poco/Net/NetException.h>

#include <catch2/catch_test_macros.hpp>

#include "unit/carrier/telnyx_carrier.hpp"

using namespace mock_host::test;
using nlohmann::json;

namespace {

void spoil_sends(TelnyxCarrier& carrier, json rule) {
    rule["method"] = "POST";
    rule["path"] = "/v2/messages";
    carrier.control.set_faults(json::array({rule}));
}

}  // namespace

TEST_CASE("Telnyx: a lost answer's text is taken, and nobody lists it") {
    TelnyxCarrier carrier;
    spoil_sends(carrier, {{"fault", "cut_after"}, {"times", 1}});
    CHECK_THROWS_AS(carrier.send(ann, "taken"), Poco::Net::NoMessageException);
    carrier.client.connection().reset();
    CHECK(carrier.control.handset_texts(ann).size() == 1);
    CHECK(carrier.client.get("/v2/messages").status == 404);
    const json way = carrier.control.texts().at(0);
    CHECK(way["carrier"] == "telnyx");
    CHECK(way["line"] == carrier.line);
    CHECK(way["steps"].back()["step"] == "answered");
    CHECK(way["steps"].back()["fault"] == "cut_after");
}

TEST_CASE("Telnyx: too many requests, and a service that fails, are said in its own words") {
    TelnyxCarrier carrier;
    spoil_sends(carrier, {{"fault", "status"}, {"status", 429}, {"retry_after_seconds", 7}});
    const Reply busy = carrier.send(ann, "Hello");
    CHECK(telnyx_code(busy, 429) == "10011");
    CHECK(busy.retry_after == "7");
    spoil_sends(carrier, {{"fault", "status"}, {"status", 503}});
    CHECK(telnyx_code(carrier.send(ann, "Hello"), 503) == "10007");
    CHECK(carrier.control.handset_texts(ann).empty());
    spoil_sends(carrier, {{"fault", "status_after"}, {"status", 502}});
    CHECK(carrier.send(ann, "Hello").status == 502);
    CHECK(carrier.control.handset_texts(ann).size() == 1);
}

TEST_CASE("Telnyx: an error in its own words has the status that belongs to its code") {
    TelnyxCarrier carrier;
    const auto code_of = [&](int code, int status) {
        spoil_sends(carrier, {{"fault", "error_with_200"}, {"code", code}, {"message", "in words"}});
        return telnyx_code(carrier.send(ann, "Hello"), status);
    };
    CHECK(code_of(10009, 401) == "10009");
    CHECK(code_of(10010, 403) == "10010");
    CHECK(code_of(10016, 422) == "10016");
    CHECK(code_of(40003, 400) == "40003");
    CHECK(code_of(40300, 409) == "40300");
    spoil_sends(carrier, {{"fault", "error_with_200"}});
    const Reply without = carrier.send(ann, "Hello");
    CHECK(without.status == 400);
    CHECK_FALSE(without.json()["errors"][0].contains("code"));
    CHECK(carrier.control.handset_texts(ann).empty());
}

TEST_CASE("Telnyx: faults of lists leave it as it is, and garbage is none of its words") {
    TelnyxCarrier carrier;
    carrier.control.set_faults(json::array({json{{"fault", "list_altered"}, {"appended", "!"}}}));
    const std::string id = carrier.sent(ann, "Hello")["id"];
    CHECK(carrier.fetch(id)["text"] == "Hello");
    spoil_sends(carrier, {{"fault", "garbage_after"}});
    CHECK(carrier.send(ann, "Hello").json().is_discarded());
    CHECK(carrier.control.handset_texts(ann).size() == 2);
}

TEST_CASE("Telnyx: the request log shows what was asked, and hides keys") {
    TelnyxCarrier carrier;
    json body{{"from", carrier.line}, {"to", ann}, {"text", "Hello"}};
    body["webhook_url"] = "http://127.0.0.1:1/telnyx/HUSH";
    CHECK(carrier.create(body).status == 200);
    CHECK(carrier.create({{"from", carrier.line}, {"to", "+1651"}, {"text", "Lost"}}).status == 422);
    const json request = carrier.control.requests().at(0);
    CHECK(request["path"] == "/v2/messages");
    CHECK(request["parameters"]["to"][0] == ann);
    CHECK(request["parameters"]["webhook_url"][0] == "http://127.0.0.1:1/telnyx/(hidden)");
    CHECK(carrier.control.requests().dump().find("HUSH") == std::string::npos);
    CHECK(carrier.control.requests().dump().find(carrier.api_key) == std::string::npos);
    const json refused = carrier.control.texts().at(1);
    CHECK(refused["handset"] == "+1651");
    CHECK(refused["body"] == "Lost");
    CHECK(refused["steps"].back()["code"] == 10002);
}
