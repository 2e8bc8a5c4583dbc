#include "carrier/twilio/message_json.hpp"

#include <nlohmann/json.hpp>

#include "carrier/twilio/error.hpp"
namespace mock_host::twilio {

namespace {

using nlohmann::json;

json text_or_null(const std::string& text) {
    return text.empty() ? json(nullptr) : json(text);
}

json error_message(std::optional<int> error_code) {
    if (!error_code) return nullptr;
    switch (*error_code) {
        case 30003:
            return "Unreachable destination handset";
        case 30004:
            return "Message blocked";
        case 30005:
            return "Unknown destination handset";
        case 30006:
            return "Landline or unreachable carrier";
        case 30007:
            return "Message filtered";
        case code::opted_out:
            return "Attempt to send to unsubscribed recipient";
        default:
            return "Unknown error";
    }
}

}  // namespace

std::string messages_path(const std::string& account_sid) {
    return "/2010-04-01/Accounts/" + account_sid + "/Messages";
}

const char* to_string(Status status) {
    switch (status) {
        case Status::accepted:
            return "accepted";
        case Status::queued:
            return "queued";
        case Status::scheduled:
            return "scheduled";
        case Status::sent:
            return "sent";
        case Status::delivered:
            return "delivered";
        case Status::undelivered:
            return "undelivered";
        case Status::failed:
            return "failed";
        case Status::canceled:
            return "canceled";
        case Status::received:
            return "received";
    }
    throw std::logic_error("a status without a name");
}

json json_of(const Message& message) {
    const std::string path = messages_path(message.account_sid) + "/" + message.sid;
    // Not counted before the messaging service has chosen who sends.
    const std::size_t segments = message.from.empty() ? 0 : message.segments;
    return {{"sid", message.sid},
            {"account_sid", message.account_sid},
            {"messaging_service_sid", text_or_null(message.service_sid)},
            {"from", text_or_null(message.from)},
            {"to", message.to},
            {"body", message.body},
            {"status", to_string(message.status)},
            {"direction", message.inbound ? "inbound" : "outbound-api"},
            {"error_code", message.error_code ? json(*message.error_code) : json(nullptr)},
            {"error_message", error_message(message.error_code)},
            {"num_media", std::to_string(message.media)},
            {"num_segments", std::to_string(segments)},
            {"date_created", to_rfc2822(message.created)},
            {"date_sent", message.sent ? json(to_rfc2822(*message.sent)) : json(nullptr)},
            {"date_updated", to_rfc2822(message.updated)},
            {"price", nullptr},
            {"price_unit", nullptr},
            {"api_version", "2010-04-01"},
            {"uri", path + ".json"},
            {"subresource_uris", {{"media", path + "/Media.json"}}}};
}

}  // namespace mock_host::twilio
