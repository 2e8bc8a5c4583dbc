#include "gateway/zipwhip/message_list.hpp"

#include <initializer_list>
#include <utility>

#include "core/e164.hpp"
#include "core/time.hpp"
#include "gateway/json_values.hpp"
#include "gateway/short_code.hpp"
#include "gateway/zipwhip/envelope.hpp"
#include "gateway/zipwhip/fields.hpp"
#include "gateway/zipwhip/status_code.hpp"

namespace send_text::zipwhip {

namespace {

using nlohmann::json;

std::optional<Direction> direction_of(const json& entry) {
    for (const char* name : {"type", "messageType"}) {
        const std::string_view type = text_of(member(&entry, name));
        if (type == "MO") return Direction::inbound;
        if (type == "ZO") return Direction::outbound;
    }
    return std::nullopt;
}

constexpr std::initializer_list<const char*> sender_names{"sourceAddress", "finalSource", "address"};
constexpr std::initializer_list<const char*> recipient_names{"destAddress", "finalDestination", "address"};

E164 first_number(const json& entry, std::initializer_list<const char*> names) {
    for (const char* name : names) {
        std::string number = number_from_address(text_of(member(&entry, name)));
        if (!number.empty()) return E164(std::move(number));
    }
    return {};
}

bool went_to_short_code(const json& entry) {
    for (const char* name : recipient_names) {
        const std::string_view address = text_of(member(&entry, name));
        if (!address.empty()) return is_short_code(without_scheme(address));
    }
    return false;
}

/// As what we may have sent; nothing if it is none of ours.
std::optional<UnreadableEntry> unreadable_entry(const json& entry, std::optional<TimePoint> newer) {
    if (direction_of(entry) == Direction::inbound || went_to_short_code(entry)) return std::nullopt;
    const auto created_at = time_of(member(&entry, "dateCreated"));
    return UnreadableEntry{id_text(member(&entry, "id")), first_number(entry, recipient_names),
                           written_text(member(&entry, "body")), created_at, created_at ? created_at : newer};
}

// [?] errorState and hasAttachment are seen as bools; a number or a text other than "no" is understood too.
bool says_yes(const json* flag) {
    if (flag == nullptr) return false;
    if (flag->is_boolean()) return flag->get<bool>();
    if (const auto number = whole_number(flag)) return *number != 0;
    const std::string_view text = text_of(flag);
    return !text.empty() && text != "false" && text != "NONE";
}

// An error, wherever it is named, is final; else the state's name is more exact than the progress code.
CarrierState state_of(const json& entry) {
    const json* transmission = member(&entry, "transmissionState");
    const json* inner_name = member(transmission, "name");
    const std::string_view name = text_of(inner_name != nullptr ? inner_name : transmission);
    const auto code = whole_number(member(&entry, "statusCode"));
    const CarrierState progress =
        code ? state_of_progress(*code).value_or(CarrierState::in_progress) : CarrierState::in_progress;

    if (name == "ERROR" || says_yes(member(&entry, "errorState")) || progress == CarrierState::failed) {
        return CarrierState::failed;
    }
    if (name == "DELIVERED") return CarrierState::delivered;
    if (name == "PREPPING" || name == "ACCEPTED" || name == "QUEUED") return CarrierState::in_progress;
    return progress;
}

const json& entries_of(const json& response) {
    const json* messages = member(&response, "messages");
    const json& entries = messages != nullptr ? *messages : response;
    if (entries.is_array()) return entries;
    throw GatewayError(GatewayError::Kind::bad_answer, "Zipwhip answered, but not with a list of messages.");
}

}  // namespace

std::optional<CarrierMessage> listed_message(const json& entry) {
    CarrierMessage message;
    message.id = id_text(member(&entry, "id"));
    const auto direction = direction_of(entry);
    const auto created_at = time_of(member(&entry, "dateCreated"));
    if (message.id.empty() || !direction || !created_at) return std::nullopt;

    message.direction = *direction;
    message.created_at = *created_at;
    message.number = first_number(entry, *direction == Direction::inbound ? sender_names : recipient_names);
    if (message.number.empty()) return std::nullopt;
    message.body = written_text(member(&entry, "body"));
    if (says_yes(member(&entry, "hasAttachment"))) message.media = some_media;
    message.state = *direction == Direction::inbound ? CarrierState::delivered : state_of(entry);
    return message;
}

CarrierPage listed_page(const json& response, std::int64_t start) {
    CarrierPage page;
    std::optional<TimePoint> newer;  // the time of the entry before
    const json& entries = entries_of(response);
    for (const json& entry : entries) {
        if (auto message = listed_message(entry)) {
            newer = message->created_at;
            page.messages.push_back(std::move(*message));
            continue;
        }
        ++page.skipped;
        if (std::string id = id_text(member(&entry, "id")); !id.empty()) page.skipped_ids.push_back(id);
        if (auto unreadable = unreadable_entry(entry, newer)) page.unreadable.push_back(*unreadable);
    }
    // Replies alone, of short codes for example, may well have no number that can be read.
    if (start == 0 && page.messages.empty() && !page.unreadable.empty()) {
        throw GatewayError(GatewayError::Kind::bad_answer,
                           "Zipwhip answered with a list in which no message can be read.");
    }
    // [?] What `total` and `pages` count is not public, nor whether a limit is kept to. So only a page with
    // nothing on it is the end: that costs a question, while an end seen too early could make a text that was
    // sent seem absent.
    page.is_last = entries.empty();
    return page;
}

}  // namespace send_text::zipwhip
