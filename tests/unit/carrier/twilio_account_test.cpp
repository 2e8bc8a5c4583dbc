#include <catch2/catch_test_macros.hpp>

#include "unit/carrier/twilio_carrier.hpp"

using namespace mock_host;
using namespace mock_host::test;
using nlohmann::json;

namespace {

const std::string anybody = "ACaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
const std::string key = "SKbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb";

std::string messages_of(const std::string& account_sid) {
    return "/2010-04-01/Accounts/" + account_sid + "/Messages.json";
}

}  // namespace

TEST_CASE("Twilio: only the right credentials get in, and the answer to others says so") {
    TwilioCarrier carrier;
    CarrierAccount account = carrier.account();
    account.api_key_sid = key;
    account.api_key_secret = "the-secret";
    carrier.control.add_account(account);
    const auto status = [&](const std::string& user, const std::string& password) {
        carrier.client.authorize(user, password);
        return carrier.client.get(carrier.path()).status;
    };
    CHECK(status(carrier.account_sid, carrier.auth_token) == 200);
    CHECK(status(key, "the-secret") == 200);
    CHECK(status(carrier.account_sid, "the-secret") == 401);
    CHECK(status(key, carrier.auth_token) == 401);
    CHECK(status(carrier.account_sid, "") == 401);
    CHECK(status(anybody, carrier.auth_token) == 401);
    CHECK(status("", "") == 401);
    const Reply reply = carrier.client.get(carrier.path());
    CHECK(reply.json()["code"] == 20003);
    CHECK(reply.json()["status"] == 401);
    CHECK(reply.authenticate == "Basic realm=\"Twilio API\"");
    carrier.client.authorize(carrier.account_sid, carrier.auth_token);
    CHECK(carrier.client.get(messages_of(anybody)).status == 401);
}

TEST_CASE("Twilio: an account given again has its new token only") {
    TwilioCarrier carrier;
    CarrierAccount account = carrier.account();
    account.password = "the-next-token";
    carrier.control.add_account(account);
    CHECK(carrier.client.get(carrier.path()).status == 401);
    carrier.client.authorize(carrier.account_sid, "the-next-token");
    CHECK(carrier.client.get(carrier.path()).status == 200);
}

TEST_CASE("Twilio: until an account is given, every messaging service is there and texts from its number") {
    RunningCarrier carrier;
    const auto sender_of = [&](const std::string& service) {
        carrier.client.authorize(anybody, "any token");
        const Form form{{"To", "+16515565757"}, {"MessagingServiceSid", service}, {"Body", "Hello"}};
        const Reply sent = carrier.client.post(messages_of(anybody), form);
        if (sent.status != 201) return sent.json()["code"].dump();
        const Reply listed = carrier.client.get(messages_of(anybody));
        CHECK(listed.json()["messages"][0]["messaging_service_sid"] == service);
        return listed.json()["messages"][0]["from"].get<std::string>();
    };
    const std::string first = sender_of("MGaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa");
    CHECK(first.starts_with("+15005551"));
    CHECK(sender_of("MGaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa") == first);
    CHECK(sender_of("MGbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb") != first);
    CHECK(sender_of("MG1") == "21701");
}

TEST_CASE("Twilio: until an account is given, everybody gets in and texts from any number") {
    RunningCarrier carrier;
    carrier.client.authorize(anybody, "any token");
    const Form form{{"To", "+16515565757"}, {"From", "+12065550150"}, {"Body", "Hello"}};
    CHECK(carrier.client.post(messages_of(anybody), form).status == 201);
    // The number is Twilio's now; any other is Zipwhip's, which lets everybody in as well.
    CHECK(carrier.control.reply("+16515565757", "+12065550150", "to Twilio").starts_with("SM"));
    CHECK(
        carrier.control.reply("+16515565757", "+12065550100", "to Zipwhip").find_first_not_of("0123456789") ==
        std::string::npos);
    CHECK(carrier.listed().at(0)["body"] == "to Zipwhip");
    carrier.client.authorize(key, "any secret");
    CHECK(carrier.client.get(messages_of(anybody)).json()["messages"].at(0)["body"] == "to Twilio");
    carrier.client.authorize(anybody, "");
    CHECK(carrier.client.get(messages_of(anybody)).status == 401);
    carrier.client.authorize("ann", "any token");
    CHECK(carrier.client.get(messages_of("ann")).status == 401);

    carrier.control.add_account({"twilio", "ACffffffffffffffffffffffffffffffff", "x"});
    carrier.client.authorize(anybody, "any token");
    CHECK(carrier.client.get(messages_of(anybody)).status == 401);
    CHECK_FALSE(carrier.control.reply("+16515565757", "+12065550150", "to Zipwhip").starts_with("SM"));
    carrier.control.reset();
    CHECK(carrier.client.get(messages_of(anybody)).json()["messages"].empty());
}

TEST_CASE("an account of one carrier keeps nobody out of the other") {
    TwilioCarrier carrier;
    ApiClient client(carrier.server.base_url());
    const Form login{{"username", "2065550199"}, {"password", "x"}};
    CHECK(client.post("/user/login", login).json()["success"] == true);
    carrier.control.add_account("2065550100", "secret");
    CHECK(client.post("/user/login", login).json()["success"] == false);
    CHECK(carrier.client.get(carrier.path()).status == 200);
    CHECK_THROWS_AS(carrier.control.reply(ann, "+12065550199", "Hello"), std::runtime_error);
}

TEST_CASE("Twilio: accounts that cannot be are refused in words, without their secrets") {
    TwilioCarrier carrier;
    CarrierAccount account{"twilio", anybody, "hush"};
    account.username = "AC1";
    carrier.check_refused(account, "AC1");
    account = {"twilio", anybody, "hush"};
    account.api_key_secret = "hush";
    carrier.check_refused(account, "API key");
    account.api_key_sid = "SK1";
    carrier.check_refused(account, "SK1");
    account = {"twilio", anybody, "hush"};
    account.numbers = {"2065550100"};
    carrier.check_refused(account, "2065550100");
    account.numbers = {carrier.line};
    carrier.check_refused(account, carrier.line + " belongs to " + carrier.account_sid);
    account.numbers = {};
    account.messaging_services = {{"MG1", {}}};
    carrier.check_refused(account, "MG1");
    account.messaging_services = {};
    account.sms_url = "gopher://hush";
    carrier.check_refused(account, "sms_url");
    carrier.check_refused({"twilio", anybody, ""}, "auth_token");
}
