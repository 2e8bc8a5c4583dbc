// By what a call is known when it comes again.
#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

#include "gateway/carrier.hpp"

using namespace send_text;

namespace {

std::vector<std::string> event_ids(const WebhookCall& call) {
    return find_carrier(call.carrier)->webhooks.event_ids(call);
}

WebhookCall twilio_call(const Form& parameters, const std::string& token = "") {
    WebhookCall call;
    call.carrier = "twilio";
    call.parameters = parameters;
    call.is_form = true;
    call.headers["x-twilio-signature"] = "signed";
    if (!token.empty()) call.headers["i-twilio-idempotency-token"] = token;
    return call;
}

WebhookCall zipwhip_call(const std::string& body) {
    WebhookCall call;
    call.carrier = "zipwhip";
    call.body = body;
    return call;
}

bool are_alike(const WebhookCall& left, const WebhookCall& right) {
    const std::vector<std::string> known = event_ids(left);
    const std::vector<std::string> ids = event_ids(right);
    return std::any_of(ids.begin(), ids.end(), [&](const std::string& id) {
        return std::find(known.begin(), known.end(), id) != known.end();
    });
}

}  // namespace

TEST_CASE("Twilio's tries of one webhook have one token, and its calls of one message one status") {
    const Form inbound{{"MessageSid", "SM1"}, {"SmsStatus", "received"}};
    CHECK(are_alike(twilio_call(inbound, "t1"), twilio_call({{"MessageSid", "SM2"}}, "t1")));
    CHECK(are_alike(twilio_call(inbound, "t1"), twilio_call(inbound, "t2")));
    CHECK(are_alike(twilio_call(inbound), twilio_call({{"SmsSid", "SM1"}, {"SmsStatus", "received"}})));
    CHECK_FALSE(are_alike(twilio_call(inbound, "t1"), twilio_call({{"MessageSid", "SM2"}}, "t2")));
    CHECK_FALSE(are_alike(twilio_call({{"MessageSid", "SM1"}, {"MessageStatus", "sent"}}),
                          twilio_call({{"MessageSid", "SM1"}, {"MessageStatus", "delivered"}})));
}

TEST_CASE("Twilio's parameters may stand in the query") {
    WebhookCall call = twilio_call({});
    call.is_form = false;
    call.target = "/twilio/+1?MessageSid=SM1&SmsStatus=received";
    CHECK(are_alike(call, twilio_call({{"MessageSid", "SM1"}, {"SmsStatus", "received"}})));
}

TEST_CASE("what tells of no message is known by its signature") {
    WebhookCall other = twilio_call({{"EventType", "onMessageAdded"}});
    CHECK(are_alike(other, twilio_call({})));
    other.headers["x-twilio-signature"] = "signed otherwise";
    CHECK_FALSE(are_alike(other, twilio_call({})));
}

TEST_CASE("Zipwhip's calls are known by message and status, whatever form an id has") {
    const WebhookCall call = zipwhip_call(R"({"id":1327295480212647936,"statusCode":4})");
    CHECK(are_alike(call, zipwhip_call(R"({"statusCode":4,"body":"Hi","id":"1327295480212647936"})")));
    CHECK_FALSE(are_alike(call, zipwhip_call(R"({"id":1327295480212647936,"statusCode":5})")));
    CHECK_FALSE(are_alike(call, zipwhip_call(R"({"id":1327295480212647937,"statusCode":4})")));
    for (const char* const nothing : {"", "{", "[]", R"({"id":null})", R"({"statusCode":4})"})
        CHECK(event_ids(zipwhip_call(nothing)).empty());
}
