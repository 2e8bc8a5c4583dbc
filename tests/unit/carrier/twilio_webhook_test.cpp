#include <Poco/Net/HTMLForm.h>

#include <catch2/catch_test_macros.hpp>
#include <map>
#include <sstream>

#include "carrier/twilio/signature.hpp"
#include "unit/carrier/receiver.hpp"
#include "unit/carrier/twilio_carrier.hpp"

using namespace mock_host;
using namespace mock_host::test;

namespace {

/// The parameters of the form that has been posted; the form must be signed.
std::map<std::string, std::string> take(Receiver& receiver, const std::string& auth_token) {
    const Posted posted = receiver.inbox.take();
    CHECK(posted.content_type == "application/x-www-form-urlencoded");
    std::istringstream body(posted.body);
    Poco::Net::HTMLForm form;
    form.read(body);
    const Parameters parameters(form.begin(), form.end());
    CHECK(posted.signature == twilio::signature_of(receiver.url(), parameters, auth_token));
    return {parameters.begin(), parameters.end()};
}

Form with_callback(const TwilioCarrier& carrier, const std::string& to, const Receiver& receiver) {
    return {{"To", to}, {"From", carrier.line}, {"Body", "Hello"}, {"StatusCallback", receiver.url()}};
}

}  // namespace

TEST_CASE("Twilio: a reply is posted to the account's address, signed") {
    Receiver receiver;
    TwilioCarrier carrier;
    CarrierAccount account = carrier.account();
    account.sms_url = receiver.url();
    carrier.control.add_account(account);
    const std::string body = "Yes & no = \u00e9 + 1 \U0001F44D";
    const std::string sid = carrier.control.reply(ann, carrier.line, body);
    const auto posted = take(receiver, carrier.auth_token);
    CHECK(posted.at("MessageSid") == sid);
    CHECK(posted.at("AccountSid") == carrier.account_sid);
    CHECK(posted.at("From") == ann);
    CHECK(posted.at("To") == carrier.line);
    CHECK(posted.at("Body") == body);
    CHECK(posted.at("NumMedia") == "0");
    CHECK(posted.count("MessagingServiceSid") == 0);

    carrier.control.reply(ann, carrier.service_line, "Hello");
    CHECK(take(receiver, carrier.auth_token).at("MessagingServiceSid") == carrier.service);
}

TEST_CASE("Twilio: every status but the first is posted, signed") {
    Receiver receiver;
    TwilioCarrier carrier;
    carrier.control.set_handset(ann, false);
    const std::string sid = carrier.create(with_callback(carrier, ann, receiver)).json()["sid"];
    const auto sent = take(receiver, carrier.auth_token);
    CHECK(sent.at("MessageStatus") == "sent");
    CHECK(sent.at("MessageSid") == sid);
    CHECK(sent.at("To") == ann);
    CHECK(sent.at("From") == carrier.line);
    CHECK(sent.count("ErrorCode") == 0);
    carrier.control.set_handset(ann, true);
    CHECK(take(receiver, carrier.auth_token).at("MessageStatus") == "delivered");

    carrier.control.set_failure(bob, 30005);
    carrier.create(with_callback(carrier, bob, receiver));
    CHECK(take(receiver, carrier.auth_token).at("MessageStatus") == "sent");
    const auto lost = take(receiver, carrier.auth_token);
    CHECK(lost.at("MessageStatus") == "undelivered");
    CHECK(lost.at("ErrorCode") == "30005");
    CHECK(receiver.inbox.size() == 0);
}

TEST_CASE("Twilio: who came with an API key only, and was never given, gets no signature") {
    Receiver receiver;
    RunningCarrier carrier;
    const std::string path = "/2010-04-01/Accounts/ACaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa/Messages.json";
    const Form form{{"To", "+16515565757"},
                    {"From", "+12065550150"},
                    {"Body", "Hello"},
                    {"StatusCallback", receiver.url()}};
    carrier.client.authorize("SKbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb", "any secret");
    CHECK(carrier.client.post(path, form).status == 201);
    CHECK(receiver.inbox.take().signature.empty());
    CHECK(receiver.inbox.take().signature.empty());
    carrier.client.authorize("ACaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "any token");
    CHECK(carrier.client.post(path, form).status == 201);
    CHECK(take(receiver, "any token").at("MessageStatus") == "sent");
}
