#include "gateway/twilio/listed_message.hpp"

#include <Poco/DateTime.h>
#include <Poco/DateTimeFormat.h>
#include <Poco/DateTimeParser.h>

#include <algorithm>
#include <limits>
#include <nlohmann/json.hpp>

#include "core/e164.hpp"
#include "gateway/carrier_words.hpp"
#include "gateway/json_values.hpp"
#include "gateway/short_code.hpp"
#include "gateway/twilio/error_codes.hpp"

namespace send_text::twilio {
namespace {

using nlohmann::json;

std::optional<Direction> direction_of(std::string_view text) {
    if (text == "inbound") return Direction::inbound;
    // outbound-api, outbound-call, outbound-reply
    return text.starts_with("outbound") ? std::optional(Direction::outbound) : std::nullopt;
}

CarrierState state_of(std::string_view status) {
    if (status == "delivered" || status == "read") return CarrierState::delivered;
    const bool has_failed = status == "failed" || status == "undelivered" || status == "canceled";
    return has_failed ? CarrierState::failed : CarrierState::in_progress;
}

/// Codes that we have no words for are named with Twilio's own.
void read_failure(const json& entry, ListedMessage& message) {
    const auto code = whole_number(member(&entry, "error_code"));
    if (!code || *code == 0) return;
    const std::string words = shown_carrier_words(text_of(member(&entry, "error_message")), message.body);
    const auto meaning = meaning_of_code(*code, words);
    message.failure = meaning ? meaning->reason : named_error(*code, words);
    if (meaning) message.fact = meaning->fact;
}

}  // namespace

std::optional<TimePoint> parse_time(std::string_view text) {
    if (std::count(text.begin(), text.end(), ':') < 2) return std::nullopt;  // what is missing would become 0
    Poco::DateTime moment;
    int zone_seconds = 0;
    const std::string& format = Poco::DateTimeFormat::RFC1123_FORMAT;
    if (!Poco::DateTimeParser::tryParse(format, std::string(text), moment, zone_seconds)) return std::nullopt;
    moment.makeUTC(zone_seconds);
    if (moment.year() < 1970) return std::nullopt;
    return TimePoint(Milliseconds(moment.timestamp().epochMicroseconds() / 1000));
}

ListedMessage read_listed_message(const json& entry) {
    const auto text = [&entry](const char* name) { return std::string(text_of(member(&entry, name))); };
    ListedMessage message;
    message.id = id_of(member(&entry, "sid"));
    message.direction = direction_of(text("direction"));
    message.from = text("from");
    message.to = text("to");
    message.service = text("messaging_service_sid");
    message.body = written_text(member(&entry, "body"));
    message.media = std::max<std::int64_t>(0, whole_number(member(&entry, "num_media")).value_or(0));
    message.state =
        message.direction == Direction::inbound ? CarrierState::delivered : state_of(text("status"));
    if (message.state == CarrierState::failed) read_failure(entry, message);
    const auto sent_at = parse_time(text("date_sent"));
    message.created_at = parse_time(text("date_created"));
    if (!message.created_at) message.created_at = sent_at;
    message.place =
        message.created_at ? std::max(*message.created_at, sent_at.value_or(no_time)) : TimePoint::max();
    return message;
}

std::optional<CarrierMessage> carrier_message(const ListedMessage& listed) {
    if (listed.id.empty() || !listed.direction || !listed.created_at) return std::nullopt;
    const std::string& number = *listed.direction == Direction::inbound ? listed.from : listed.to;
    if (!is_e164(number)) return std::nullopt;
    return CarrierMessage{listed.id,    *listed.direction, E164(number), listed.body, *listed.created_at,
                          listed.state, listed.failure,    listed.fact,  listed.media};
}

std::optional<UnreadableEntry> unreadable_entry(const ListedMessage& listed, std::optional<TimePoint> newer) {
    if (listed.direction == Direction::inbound || is_short_code(listed.to)) return std::nullopt;
    // A messaging service may have chosen another channel: "whatsapp:+1651…".
    const std::string number = listed.to.substr(listed.to.rfind(':') + 1);
    return UnreadableEntry{listed.id, E164(is_e164(number) ? number : std::string()), listed.body,
                           listed.created_at, listed.created_at ? listed.created_at : newer};
}

}  // namespace send_text::twilio
