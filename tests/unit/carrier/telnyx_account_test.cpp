#include <catch2/catch_test_macros.hpp>

#include "carrier/telnyx/signature.hpp"
#include "unit/carrier/telnyx_carrier.hpp"

using namespace mock_host;
using namespace mock_host::test;
using nlohmann::json;

namespace {

const std::string another = "4000eba1-a0c0-4563-9925-b25e842a7cb6";

}  // namespace

TEST_CASE("Telnyx: only the right key gets in, and the answer to others says so") {
    TelnyxCarrier carrier;
    const auto code_with = [&](const std::string& key) {
        carrier.client.authorize_with_token(key);
        return telnyx_code(carrier.send(ann, "Hello"), 401);
    };
    CHECK(code_with("KEYwrong") == "10009");
    CHECK(code_with("") == "10009");
    carrier.client.authorize("ann", carrier.api_key);
    CHECK(carrier.send(ann, "Hello").status == 401);
    carrier.client.authorize("", "");
    carrier.client.authorize_with_token(carrier.api_key);
    CHECK(carrier.send(ann, "Hello").status == 200);
    CHECK(carrier.control.handset_texts(ann).size() == 1);
}

TEST_CASE("Telnyx: a message is seen with the key of its account alone") {
    TelnyxCarrier carrier;
    CarrierAccount other{"telnyx", another, "KEYother"};
    other.numbers = {"+12065550170"};
    carrier.control.add_account(other);
    const std::string path = "/v2/messages/" + carrier.sent(ann, "Hello")["id"].get<std::string>();
    CHECK(carrier.client.get(path).status == 200);
    carrier.client.authorize_with_token("KEYother");
    CHECK(telnyx_code(carrier.client.get(path), 404) == "10005");
    CHECK(telnyx_code(carrier.send(ann, "Hello"), 400) == "40305");
}

TEST_CASE("Telnyx: the messaging profiles of a key can be looked at") {
    TelnyxCarrier carrier;
    const json listed = carrier.client.get("/v2/messaging_profiles").json()["data"];
    REQUIRE(listed.size() == 1);
    CHECK(listed[0]["id"] == carrier.profile);
    CHECK(listed[0]["record_type"] == "messaging_profile");
    CHECK(carrier.client.get("/v2/messaging_profiles/" + carrier.profile).json()["data"] == listed[0]);
    CHECK(telnyx_code(carrier.client.get("/v2/messaging_profiles/" + another), 404) == "10005");
}

TEST_CASE("Telnyx: until an account is given, everybody gets in and texts from any number") {
    RunningCarrier carrier;
    const auto send = [&](const json& body) {
        return carrier.client.send_json("POST", "/v2/messages", body.dump());
    };
    carrier.client.authorize_with_token("any key");
    const json body{{"from", "+12065550150"}, {"to", "+16515565757"}, {"text", "Hello"}};
    CHECK(send(body).status == 200);
    // The number is Telnyx's now; any other is Zipwhip's, which lets everybody in as well.
    CHECK(carrier.control.reply("+16515565757", "+12065550150", "to Telnyx").size() == 36);
    carrier.control.reply("+16515565757", "+12065550100", "to Zipwhip");
    CHECK(carrier.listed().at(0)["body"] == "to Zipwhip");
    const json by_profile{{"messaging_profile_id", another}, {"to", "+16515565757"}, {"text", "Hello"}};
    const std::string from = send(by_profile).json()["data"]["from"]["phone_number"];
    CHECK(from.starts_with("+15005552"));
    carrier.client.authorize_with_token("");
    CHECK(send(body).status == 401);

    carrier.control.add_account({"telnyx", another, "KEY"});
    carrier.client.authorize_with_token("any key");
    CHECK(send(body).status == 401);
    carrier.control.remove_account("telnyx", another);
    CHECK(send(body).status == 200);
}

TEST_CASE("Telnyx: accounts are told without their key, and with the public key of their webhooks") {
    TelnyxCarrier carrier;
    const json accounts = carrier.control.accounts();
    REQUIRE(accounts.size() == 1);
    CHECK(accounts[0]["carrier"] == "telnyx");
    CHECK(accounts[0]["username"] == carrier.profile);
    CHECK(accounts[0]["numbers"] == json{carrier.line, carrier.other_line});
    CHECK(accounts[0]["public_key"] == telnyx::SigningKey(carrier.api_key).public_key());
    CHECK(accounts.dump().find(carrier.api_key) == std::string::npos);
    // 32 bytes.
    CHECK(accounts[0]["public_key"].get<std::string>().size() == 44);
}

TEST_CASE("Telnyx: accounts that cannot be are refused in words, without their secrets") {
    TelnyxCarrier carrier;
    carrier.check_refused({"telnyx", "1", "hush"}, "not a UUID");
    carrier.check_refused({"telnyx", another, ""}, "api_key");
    CarrierAccount account{"telnyx", another, "hush"};
    account.numbers = {"2065550100"};
    carrier.check_refused(account, "2065550100");
    account.numbers = {carrier.line};
    carrier.check_refused(account, carrier.line + " belongs to " + carrier.profile);
    account.numbers = {};
    account.sms_url = "gopher://hush";
    carrier.check_refused(account, "webhook_url");
    account.sms_url = {};
    account.failover_url = "gopher://hush";
    carrier.check_refused(account, "webhook_failover_url");
}
