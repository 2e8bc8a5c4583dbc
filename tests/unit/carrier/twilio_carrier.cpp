#include "unit/carrier/twilio_carrier.hpp"

#include <catch2/catch_test_macros.hpp>

namespace mock_host::test {

TwilioCarrier::TwilioCarrier(const CarrierServerOptions& options) : ServedCarrier(options) {
    control.add_account(account());
    client.authorize(account_sid, auth_token);
}

CarrierAccount TwilioCarrier::account() const {
    CarrierAccount account{"twilio", account_sid, auth_token};
    account.numbers = {line};
    account.messaging_services = {{service, {service_line}}};
    return account;
}

std::string TwilioCarrier::path(const std::string& message_sid) const {
    return "/2010-04-01/Accounts/" + account_sid + "/Messages" +
           (message_sid.empty() ? "" : "/" + message_sid) + ".json";
}

Reply TwilioCarrier::create(const Form& form) {
    return client.post(path(), form);
}

Reply TwilioCarrier::send(const std::string& to, const std::string& body) {
    return create({{"To", to}, {"From", line}, {"Body", body}});
}

Reply TwilioCarrier::schedule(const std::string& when, const std::string& body) {
    return create({{"To", ann},
                   {"MessagingServiceSid", service},
                   {"Body", body},
                   {"SendAt", when},
                   {"ScheduleType", "fixed"}});
}

nlohmann::json TwilioCarrier::fetch(const std::string& message_sid) {
    return client.get(path(message_sid)).json();
}

nlohmann::json TwilioCarrier::list(const std::string& query) {
    return client.get(path() + (query.empty() ? "" : "?" + query)).json();
}

int refused(const Reply& reply, int status) {
    INFO(reply.text);
    CHECK(reply.status == status);
    const nlohmann::json error = reply.json();
    REQUIRE(error["code"].is_number_integer());
    CHECK(error["status"] == status);
    CHECK_FALSE(error["message"].get<std::string>().empty());
    const int code = error["code"];
    CHECK(error["more_info"] == "https://www.twilio.com/docs/errors/" + std::to_string(code));
    return code;
}

}  // namespace mock_host::test
