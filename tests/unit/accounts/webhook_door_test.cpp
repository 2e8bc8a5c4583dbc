// Who may have a line polled, and how often that comes of one call.
#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <string>
#include <vector>

#include "app/webhook_door.hpp"
#include "unit/accounts/account_fixture.hpp"
#include "unit/support/webhook_signature.hpp"

using namespace send_text;
using namespace send_text::testing;
using nlohmann::json;

namespace {

const std::string base = "https://texts.example.com";
const LineId twilio_line("+16515550150");
const LineId zipwhip_line("+16515550100");
const std::string key_sid = "SK0123456789abcdef0123456789abcdef";

/// An office with a line of each carrier, and a door at which nobody but the test knocks.
struct DoorFixture : AccountFixture {
    DoorFixture() {
        Settings changed;
        changed.webhook_address = base + "/";
        settings.set(changed);
        accounts.save(0, branch_form(3, "6515550100"), admin);
    }
    std::int64_t add_twilio(const std::string& api_key = "") {
        json form = twilio_form(3, twilio_line.str());
        if (!api_key.empty()) form["api_key_sid"] = api_key;
        return accounts.save(0, form, admin);
    }

    std::vector<LineId> polled;
    WebhookDoor door{
        accounts, settings, account_log, {[this](const LineId& line) { polled.push_back(line); }}};
};

WebhookCall twilio_call(const std::string& message, const std::string& token = "right") {
    WebhookCall call;
    call.carrier = "twilio";
    call.name = twilio_line.str();
    call.target = "/twilio/" + twilio_line.str();
    call.parameters = {{"MessageSid", message}, {"Body", "Yes"}};
    call.is_form = true;
    call.headers["x-twilio-signature"] = sha1_signature(base + call.target, call.parameters, token);
    return call;
}

WebhookCall zipwhip_call(const std::string& key, const std::string& body) {
    WebhookCall call;
    call.carrier = "zipwhip";
    call.name = key;
    call.target = "/zipwhip/" + key;
    call.body = body;
    return call;
}

using Lines = std::vector<LineId>;

}  // namespace

TEST_CASE("a call polls the line of the account whose it is") {
    DoorFixture office;
    office.add_twilio();
    CHECK(office.door.accept(twilio_call("SM1")));
    CHECK(office.polled == Lines{twilio_line});
    CHECK(office.door.accept(zipwhip_call("key-1", R"({"id":1})")));
    CHECK(office.polled == Lines{twilio_line, zipwhip_line});
}

TEST_CASE("whoever has no right to call is refused") {
    DoorFixture office;
    const std::int64_t id = office.add_twilio();
    CHECK_FALSE(office.door.accept(zipwhip_call("key-2", R"({"id":1})")));
    CHECK_FALSE(office.door.accept(twilio_call("SM1", "wrong")));
    WebhookCall altered = twilio_call("SM1");
    altered.parameters[1].second = "No";
    CHECK_FALSE(office.door.accept(altered));
    altered = twilio_call("SM1");
    altered.name = zipwhip_line.str();
    CHECK_FALSE(office.door.accept(altered));
    altered.headers.clear();
    CHECK_FALSE(office.door.accept(altered));
    office.accounts.perform(id, "disable", office.admin);
    CHECK_FALSE(office.door.accept(twilio_call("SM1")));
    CHECK(office.polled.empty());
}

TEST_CASE("one signed call, made 16,000 times, polls once, and is answered each time") {
    DoorFixture office;
    office.add_twilio();
    const WebhookCall call = twilio_call("SM1");
    bool are_accepted = true;
    for (int count = 0; count < 16'000; ++count)
        are_accepted = office.door.accept(call) && are_accepted;
    CHECK(are_accepted);
    CHECK(office.polled == Lines{twilio_line});
}

TEST_CASE("what is told again is not polled for again, and what is new is") {
    DoorFixture office;
    office.add_twilio();
    CHECK(office.door.accept(twilio_call("SM1")));
    WebhookCall again = twilio_call("SM1");
    again.headers["i-twilio-idempotency-token"] = "made up";  // it is not signed
    CHECK(office.door.accept(again));
    CHECK(office.polled.size() == 1);
    CHECK(office.door.accept(twilio_call("SM2")));
    CHECK(office.polled.size() == 2);

    CHECK(office.door.accept(zipwhip_call("key-1", R"({"id":1,"statusCode":4})")));
    CHECK(office.door.accept(zipwhip_call("key-1", R"({"id":"1","statusCode":4,"read":true})")));
    CHECK(office.polled.size() == 3);
    CHECK(office.door.accept(zipwhip_call("key-1", R"({"id":1,"statusCode":5})")));
    CHECK(office.polled.size() == 4);
    CHECK(office.door.accept(zipwhip_call("key-1", "")));
    CHECK(office.door.accept(zipwhip_call("key-1", "")));  // nobody can tell
    CHECK(office.polled.size() == 6);
}

TEST_CASE("a forged call does not keep the genuine one from being heard") {
    DoorFixture office;
    office.add_twilio();
    CHECK_FALSE(office.door.accept(twilio_call("SM1", "wrong")));
    CHECK(office.door.accept(twilio_call("SM1")));
    CHECK(office.polled == Lines{twilio_line});
}

TEST_CASE("an account with an API key is called with signatures by that key") {
    DoorFixture office;
    office.add_twilio(key_sid);
    WebhookCall call = twilio_call("SM1");
    CHECK_FALSE(office.door.accept(call));
    call.headers["x-twilio-signature"] = sha256_signature(base + call.target, call.parameters, "right");
    CHECK_FALSE(office.door.accept(call));
    call.headers["x-twilio-webhooks-signature-settings"] = "key=" + key_sid + ",algorithm=HMAC_SHA256";
    CHECK(office.door.accept(call));
    CHECK(office.polled == Lines{twilio_line});
}

TEST_CASE("a key of its own for webhooks is kept with the account, and goes with it") {
    DoorFixture office;
    json form = AccountFixture::twilio_form(3, twilio_line.str());
    form["api_key_sid"] = key_sid;
    form["webhook_key_secret"] = "shared";
    const std::int64_t id = office.accounts.save(0, form, office.admin);
    const auto call = [](const std::string& message, const std::string& key) {
        WebhookCall made = twilio_call(message);
        made.headers["x-twilio-signature"] = sha256_signature(base + made.target, made.parameters, key);
        made.headers["x-twilio-webhooks-signature-settings"] = "key=shared_key_1,algorithm=HMAC_SHA256";
        return made;
    };
    CHECK(office.door.accept(call("SM1", "shared")));
    CHECK_FALSE(office.door.accept(call("SM2", "right")));

    form["webhook_key_secret"] = "";  // a form's field that was left empty: it stays as it is
    office.accounts.save(id, form, office.admin);
    CHECK(office.door.accept(call("SM3", "shared")));
    form["webhook_key_secret"] = "another";
    office.accounts.save(id, form, office.admin);
    CHECK(office.door.accept(call("SM4", "another")));
    CHECK_FALSE(office.door.accept(call("SM5", "shared")));
    CHECK(office.polled.size() == 3);
    CHECK(office.audit.after(0, 100).back().detail == "password replaced; webhook key replaced");

    form["auth_token"] = "wrong";
    form["webhook_key_secret"] = "a third";
    CHECK_THROWS_AS(office.accounts.save(id, form, office.admin), GatewayError);
    CHECK(office.door.accept(call("SM6", "another")));

    office.accounts.remove(id, office.admin);
    CHECK(std::none_of(office.secrets.secrets.begin(), office.secrets.secrets.end(),
                       [](const auto& secret) { return secret.second == "another"; }));
}
