#include "carrier/twilio/webhooks.hpp"

#include <Poco/Net/HTMLForm.h>

#include <sstream>

#include "carrier/twilio/message_json.hpp"
#include "carrier/segments.hpp"
#include "carrier/twilio/sid.hpp"
#include "carrier/twilio/signature.hpp"

namespace mock_host::twilio {

void Webhooks::post_status(const Message& message) const {
    if (message.status_callback.empty()) return;
    const std::string status = to_string(message.status);
    Parameters parameters{{"MessageStatus", status}, {"SmsStatus", status}};
    if (message.error_code) parameters.emplace_back("ErrorCode", std::to_string(*message.error_code));
    post(message.status_callback, message, parameters);
}

void Webhooks::post_inbound(const Message& message) const {
    const auto account = accounts_.find(message.account_sid);
    if (!account || account->sms_url.empty()) return;
    post(account->sms_url, message,
         {{"Body", message.body},
          {"NumMedia", std::to_string(message.media)},
          {"NumSegments", std::to_string(segments_of(message.body))},
          {"SmsStatus", to_string(message.status)}});
}

void Webhooks::post(const std::string& url, const Message& message, const Parameters& more) const {
    Parameters parameters{
        {"MessageSid", message.sid}, {"SmsSid", message.sid}, {"AccountSid", message.account_sid},
        {"From", message.from},      {"To", message.to},      {"ApiVersion", "2010-04-01"}};
    if (!message.service_sid.empty()) parameters.emplace_back("MessagingServiceSid", message.service_sid);
    parameters.insert(parameters.end(), more.begin(), more.end());

    Poco::Net::HTMLForm form;
    for (const auto& [name, value] : parameters)
        form.add(name, value);
    std::ostringstream body;
    form.write(body);
    Callback callback{url, "application/x-www-form-urlencoded", body.str()};
    callback.headers.emplace_back("I-Twilio-Idempotency-Token", new_sid(""));
    const auto account = accounts_.find(message.account_sid);
    if (account && !account->password.empty()) {
        callback.headers.emplace_back("X-Twilio-Signature", signature_of(url, parameters, account->password));
    }
    poster_.post(std::move(callback));
}

}  // namespace mock_host::twilio
