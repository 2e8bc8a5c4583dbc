#include "gateway/twilio/webhook_event.hpp"

#include <algorithm>
#include <initializer_list>

#include "net/url_encoded.hpp"

namespace send_text::twilio {
namespace {

/// The value of the first of these parameters that is there.
std::string value_of(const Form& parameters, std::initializer_list<const char*> names) {
    for (const char* const name : names) {
        const auto found = std::find_if(parameters.begin(), parameters.end(),
                                        [name](const auto& parameter) { return parameter.first == name; });
        if (found != parameters.end() && !found->second.empty()) return found->second;
    }
    return {};
}

Form parameters_of(const WebhookCall& call) {
    if (call.is_form) return call.parameters;
    const std::size_t query = call.target.find('?');
    if (query == std::string::npos) return {};
    return url_decoded(std::string_view(call.target).substr(query + 1)).value_or(Form{});
}

}  // namespace

std::vector<std::string> event_ids(const WebhookCall& call) {
    std::vector<std::string> ids;
    const std::string token = call.header("i-twilio-idempotency-token");
    if (!token.empty()) ids.push_back("token " + token);
    const Form parameters = parameters_of(call);
    const std::string message = value_of(parameters, {"MessageSid", "SmsSid", "SmsMessageSid"});
    const std::string status = value_of(parameters, {"MessageStatus", "SmsStatus"});
    // Of whatever else is told, the same words have the same signature.
    ids.push_back(message.empty() ? "signature " + call.header("x-twilio-signature")
                                  : "message " + message + " " + status);
    return ids;
}

}  // namespace send_text::twilio
