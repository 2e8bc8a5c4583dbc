// What each carrier's gateway makes of requests that Send Text gives up itself.
#include <catch2/catch_test_macros.hpp>

#include "gateway/twilio/twilio_gateway.hpp"
#include "gateway/zipwhip/zipwhip_gateway.hpp"
#include "unit/gateway/fake_http_client.hpp"
#include "unit/gateway/twilio_account.hpp"

using namespace send_text;
using Kind = HttpError::Kind;

namespace {

std::unique_ptr<Gateway> zipwhip_gateway(FakeCarrier& carrier) {
    return std::make_unique<zipwhip::ZipwhipGateway>(carrier.client(), Credentials{"+12065551204", "pw"},
                                                     std::make_shared<zipwhip::SessionKey>());
}

std::unique_ptr<Gateway> twilio_gateway(FakeCarrier& carrier) {
    return std::make_unique<twilio::TwilioGateway>(carrier.client_with_get(), TwilioAccount::sid,
                                                   LineId("+16515550100"), "api.twilio.com");
}

SendOutcome outcome_of_send(Gateway& gateway) {
    const SendResult result = gateway.send(E164("+12065551234"), "Hello");
    CHECK(result.reason == "Send Text was ended.");
    return result.outcome;
}

}  // namespace

TEST_CASE("a text that is given up before it left is not in doubt, and one that may have left is") {
    FakeCarrier twilio;
    twilio.cancel(Kind::not_sent);
    twilio.cancel(Kind::answer_lost);
    CHECK(outcome_of_send(*twilio_gateway(twilio)) == SendOutcome::ended_before);
    CHECK(outcome_of_send(*twilio_gateway(twilio)) == SendOutcome::ended_meanwhile);

    FakeCarrier zipwhip;
    const auto gateway = zipwhip_gateway(zipwhip);
    zipwhip.cancel(Kind::answer_lost);  // the login
    CHECK(outcome_of_send(*gateway) == SendOutcome::ended_before);
    zipwhip.let_in();
    zipwhip.cancel(Kind::not_sent);
    CHECK(outcome_of_send(*gateway) == SendOutcome::ended_before);
    zipwhip.cancel(Kind::answer_lost);
    CHECK(outcome_of_send(*gateway) == SendOutcome::ended_meanwhile);
}

TEST_CASE("what else is given up is no failure of the carrier's") {
    FakeCarrier twilio;
    twilio.cancel(Kind::not_sent);
    twilio.cancel(Kind::answer_lost);
    CHECK_THROWS_AS(twilio_gateway(twilio)->log_in(), Cancelled);
    CHECK_THROWS_AS(twilio_gateway(twilio)->list_messages(0, 100), Cancelled);

    FakeCarrier zipwhip;
    const auto gateway = zipwhip_gateway(zipwhip);
    zipwhip.cancel(Kind::not_sent);
    CHECK_THROWS_AS(gateway->log_in(), Cancelled);
    zipwhip.let_in();
    zipwhip.cancel(Kind::answer_lost);
    CHECK_THROWS_AS(gateway->list_messages(0, 100), Cancelled);
    zipwhip.cancel(Kind::answer_lost);
    CHECK_THROWS_AS(gateway->set_webhooks("https://office.example/", "https://office.example/key"),
                    Cancelled);
}

TEST_CASE("webhooks of which one was registered already: it is given up in their middle, too") {
    FakeCarrier zipwhip;
    const auto gateway = zipwhip_gateway(zipwhip);
    zipwhip.let_in();
    zipwhip.answer(R"({"success":true,"response":[]})");
    zipwhip.answer(R"({"success":true,"response":{"webhookId":"1"}})");
    zipwhip.cancel(Kind::answer_lost);
    CHECK_THROWS_AS(gateway->set_webhooks("https://office.example/", "https://office.example/key"),
                    Cancelled);
    CHECK_FALSE(zipwhip.has_answers_left());
}
