#include <catch2/catch_test_macros.hpp>

#include "carrier/web_address.hpp"
#include "unit/carrier/receiver.hpp"
#include "unit/carrier/twilio_carrier.hpp"

using namespace mock_host;
using namespace mock_host::test;

TEST_CASE("of a webhook's address the key is hidden") {
    CHECK(without_key("https://example.com/zipwhip/KEY") == "https://example.com/zipwhip/(hidden)");
    CHECK(without_key("http://127.0.0.1:8080/a/KEY/b?c=KEY#KEY") == "http://127.0.0.1:8080/a/(hidden)");
    CHECK(without_key("https://KEY:KEY@example.com/a/KEY") == "https://example.com/a/(hidden)");
    CHECK(without_key("https://example.com/KEY") == "https://example.com/(hidden)");
    CHECK(without_key("https://example.com/KEY?a=/b/c") == "https://example.com/(hidden)");
    CHECK(without_key("https://example.com?KEY") == "https://example.com/(hidden)");
    CHECK(without_key("https://example.com") == "https://example.com");
    CHECK(without_key("KEY") == "(hidden)");
    CHECK(without_key("") == "(hidden)");
}

TEST_CASE("nothing that the control API shows holds a secret") {
    Receiver receiver;
    TwilioCarrier carrier;
    CarrierAccount account = carrier.account();
    account.api_key_sid = "SKbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb";
    account.api_key_secret = "HUSH";
    account.sms_url = "http://127.0.0.1:1/HUSH";
    carrier.control.add_account(account);
    carrier.control.add_account("2065550100", "HUSH");
    carrier.client.authorize(account.api_key_sid, account.api_key_secret);
    carrier.create({{"To", ann},
                    {"From", carrier.line},
                    {"Body", "Hello"},
                    {"StatusCallback", "http://127.0.0.1:1/twilio/HUSH"}});
    ApiClient zipwhip(carrier.server.base_url());
    const std::string session =
        zipwhip.post("/user/login", {{"username", "2065550100"}, {"password", "HUSH"}}).json()["response"];
    Form webhook{{"session", session}, {"type", "message"}, {"event", "receive"}};
    webhook.emplace_back("url", "http://127.0.0.1:1/zipwhip/HUSH");
    const auto id = zipwhip.post("/webhook/add", webhook).json()["response"][0]["webhookId"];
    webhook.emplace_back("webhookId", id.dump());
    zipwhip.post("/webhook/update", webhook);
    const Form nowhere{{"session", session}, {"type", "message"}, {"event", "receive"}, {"url", "HUSH"}};
    CHECK(zipwhip.post("/webhook/add", nowhere).text.find("HUSH") == std::string::npos);
    carrier.control.reply(ann, carrier.line, "to Twilio");
    carrier.control.reply(ann, "+12065550100", "to Zipwhip");
    // What is posted is posted in order: once this has come, all before it has been tried.
    account.sms_url = receiver.url();
    carrier.control.add_account(account);
    carrier.control.reply(ann, carrier.line, "the last");
    receiver.inbox.take();

    const auto requests = carrier.control.requests();
    CHECK(requests[0]["parameters"]["StatusCallback"][0] == "http://127.0.0.1:1/twilio/(hidden)");
    CHECK(requests[2]["path"] == "/webhook/add");
    CHECK(requests[2]["parameters"]["url"][0] == "http://127.0.0.1:1/zipwhip/(hidden)");
    const auto callbacks = carrier.control.callbacks();
    REQUIRE(callbacks.size() >= 4);
    CHECK(callbacks[0]["url"] == "http://127.0.0.1:1/twilio/(hidden)");
    CHECK(callbacks[2]["url"] == "http://127.0.0.1:1/(hidden)");
    CHECK(callbacks[3]["url"] == "http://127.0.0.1:1/zipwhip/(hidden)");
    for (const char* what : {"requests", "callbacks", "handsets", "faults"}) {
        const std::string shown = carrier.client.get("/_simulator/" + std::string(what)).text;
        INFO(shown);
        CHECK(shown.find("HUSH") == std::string::npos);
        CHECK(shown.find(session) == std::string::npos);
    }
}
