#include "carrier/telnyx/message_request.hpp"

#include "carrier/phone_number.hpp"
#include "carrier/segments.hpp"
#include "carrier/telnyx/error.hpp"
#include "carrier/web_address.hpp"
#include "staffing_json/bounded_json.hpp"

namespace mock_host::telnyx {

namespace {

using namespace std::chrono_literals;
using nlohmann::json;

constexpr std::size_t max_parts = 10;
constexpr std::size_t max_media = 10;

bool is_present(const json& object, const char* key) {
    return object.contains(key) && !object[key].is_null();
}

/// Empty if it is missing.
std::string text_in(const json& object, const char* key) {
    if (!is_present(object, key)) return {};
    if (!object[key].is_string())
        throw Refusal(code::bad_request, "The parameter '" + std::string(key) + "' must be a string.");
    return object[key].get<std::string>();
}

std::string address_in(const json& object, const char* key) {
    std::string url = text_in(object, key);
    if (!url.empty() && !is_web_address(url))
        throw Refusal(code::invalid_url, "The parameter '" + std::string(key) + "' is not a valid URL.");
    return url;
}

std::string recipient_in(const json& object) {
    std::string to = text_in(object, "to");
    if (to.empty()) throw Refusal(code::parameter_missing, "The required parameter 'to' was missing.");
    if (to.front() != '+') {
        throw Refusal(code::not_e164, "The 'to' parameter must be in +E.164 format: " + to);
    }
    if (!is_e164(to)) throw Refusal(code::invalid_number, "The phone number " + to + " is invalid.");
    return to;
}

std::vector<std::string> media_in(const json& object) {
    std::vector<std::string> media;
    const json listed = is_present(object, "media_urls") ? object["media_urls"] : json::array();
    if (!listed.is_array()) throw Refusal(code::bad_request, "'media_urls' must be a list of URLs.");
    for (const json& url : listed) {
        if (!url.is_string() || !is_web_address(url.get<std::string>()))
            throw Refusal(code::invalid_url, "'media_urls' has an entry that is not a valid URL.");
        media.push_back(url);
    }
    if (media.size() > max_media) throw Refusal(code::too_large, "There are more than 10 media.");
    return media;
}

void read_words(const json& object, MessageRequest& request) {
    request.text = text_in(object, "text");
    if (request.text.empty() && request.media.empty())
        throw Refusal(code::parameter_missing, "The required parameter 'text' was missing.");
    const std::string encoding = is_present(object, "encoding") ? text_in(object, "encoding") : "auto";
    if (encoding != "auto" && encoding != "gsm7" && encoding != "ucs2")
        throw Refusal(code::invalid_value, "The 'encoding' must be auto, gsm7 or ucs2.");
    if (encoding == "gsm7" && !is_gsm(request.text))
        throw Refusal(code::invalid_body, "The 'text' has characters that GSM-7 does not have.");
    request.is_gsm = encoding != "ucs2" && is_gsm(request.text);
    request.parts = request.is_gsm ? segments_of(request.text) : segments_in_utf16(request.text);
    if (request.parts > max_parts) throw Refusal(code::too_large, "The message has more than 10 parts.");
}

void check_type(const json& object, const MessageRequest& request) {
    const std::string type = text_in(object, "type");
    if (type.empty()) return;
    if ((type != "SMS" && type != "MMS") || (type == "MMS") == request.media.empty())
        throw Refusal(code::invalid_value, "The 'type' must be SMS, or MMS for what has 'media_urls'.");
}

std::optional<Moment> send_time_in(const json& object, Moment now) {
    const std::string text = text_in(object, "send_at");
    if (text.empty()) return std::nullopt;
    const auto when = from_iso_utc(text);
    if (!when || *when < now + 5min || *when > now + 24h * 5) {
        throw Refusal(
            code::invalid_value,
            "The 'send_at' must be a time from 5 minutes to 5 days ahead, as 2026-03-02T15:00:00Z.");
    }
    return when;
}

}  // namespace

MessageRequest message_request_from(const std::string& body, Moment now) {
    const json object = staffing::json_or_discarded(body);
    if (!object.is_object()) throw Refusal(code::bad_request, "The request's body is not a JSON object.");
    MessageRequest request;
    request.from = text_in(object, "from");
    request.profile_id = text_in(object, "messaging_profile_id");
    request.to = recipient_in(object);
    request.media = media_in(object);
    read_words(object, request);
    check_type(object, request);
    request.webhook_url = address_in(object, "webhook_url");
    request.failover_url = address_in(object, "webhook_failover_url");
    const json uses_profile =
        is_present(object, "use_profile_webhooks") ? object["use_profile_webhooks"] : json(true);
    if (!uses_profile.is_boolean())
        throw Refusal(code::bad_request, "The 'use_profile_webhooks' must be true or false.");
    request.uses_profile_webhooks = uses_profile.get<bool>();
    request.send_at = send_time_in(object, now);
    return request;
}

}  // namespace mock_host::telnyx
