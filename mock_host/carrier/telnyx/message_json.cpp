#include "carrier/telnyx/message_json.hpp"

#include <nlohmann/json.hpp>

#include "carrier/telnyx/error.hpp"
#include "carrier/telnyx/id.hpp"

namespace mock_host::telnyx {

namespace {

using nlohmann::json;

json text_or_null(const std::string& text) {
    return text.empty() ? json(nullptr) : json(text);
}

json time_or_null(const std::optional<Moment>& moment) {
    return moment ? json(time_of(*moment)) : json(nullptr);
}

json number_json(const std::string& number) {
    return {{"phone_number", number}, {"carrier", nullptr}, {"line_type", nullptr}};
}

json errors_of(const Message& message) {
    json errors = json::array();
    if (message.error_code)
        errors.push_back(
            {{"code", std::to_string(*message.error_code)}, {"title", title_of(*message.error_code)}});
    return errors;
}

json media_of(const Message& message) {
    json media = json::array();
    for (const std::string& url : message.media) {
        media.push_back({{"url", url},
                         {"content_type", message.inbound ? json("image/png") : json(nullptr)},
                         {"size", message.inbound ? json(67) : json(nullptr)},
                         {"sha256", nullptr}});
    }
    return media;
}

}  // namespace

const char* to_string(Status status) {
    switch (status) {
        case Status::scheduled:
            return "scheduled";
        case Status::queued:
            return "queued";
        case Status::sent:
            return "sent";
        case Status::delivered:
            return "delivered";
        case Status::sending_failed:
            return "sending_failed";
        case Status::delivery_failed:
            return "delivery_failed";
        case Status::cancelled:
            return "cancelled";
    }
    throw std::logic_error("a status without a name");
}

std::string time_of(Moment moment) {
    const std::string milliseconds = std::to_string(1000 + moment.time_since_epoch().count() % 1000);
    std::string text = to_iso_utc(moment);
    text.pop_back();  // the Z
    return text + "." + milliseconds.substr(1) + "+00:00";
}

json json_of(const Message& message) {
    json to = number_json(message.to);
    to["status"] = to_string(message.status);
    json result{{"record_type", "message"},
                {"direction", message.inbound ? "inbound" : "outbound"},
                {"id", message.id},
                {"type", message.media.empty() ? "SMS" : "MMS"},
                {"messaging_profile_id", message.profile_id},
                {"organization_id", id_of("the organization")},
                {"from", number_json(message.from)},
                {"to", json::array({to})},
                {"cc", json::array()},
                {"text", message.text},
                {"subject", nullptr},
                {"media", media_of(message)},
                {"webhook_url", text_or_null(message.webhook_url)},
                {"webhook_failover_url", text_or_null(message.failover_url)},
                {"encoding", message.is_gsm ? "GSM-7" : "UTF-16"},
                {"parts", message.parts},
                {"tags", json::array()},
                {"cost", nullptr},
                {"received_at", time_of(message.received)},
                {"sent_at", time_or_null(message.sent)},
                {"completed_at", time_or_null(message.completed)},
                {"valid_until", nullptr},
                {"errors", errors_of(message)}};
    if (message.inbound) result["autoresponse_type"] = text_or_null(message.autoresponse);
    if (message.send_at) result["send_at"] = time_of(*message.send_at);
    return result;
}

json profile_json(const CarrierAccount& account) {
    return {{"record_type", "messaging_profile"},
            {"id", account.username},
            {"name", account.username},
            {"enabled", true},
            {"webhook_url", text_or_null(account.sms_url)},
            {"webhook_failover_url", text_or_null(account.failover_url)},
            {"webhook_api_version", "2"}};
}

}  // namespace mock_host::telnyx
