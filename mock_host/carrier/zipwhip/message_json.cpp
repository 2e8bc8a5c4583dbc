#include "carrier/zipwhip/message_json.hpp"

#include <nlohmann/json.hpp>

namespace mock_host::zipwhip {

namespace {

using nlohmann::json;

// FNV-1a, so that the same numbers have the same names on every run and platform.
std::uint64_t stable_hash(const std::string& text) {
    std::uint64_t hash = 14695981039346656037ULL;
    for (const char c : text) {
        hash ^= static_cast<unsigned char>(c);
        hash *= 1099511628211ULL;
    }
    return hash;
}

json moment_or_null(const std::optional<Moment>& moment) {
    return moment ? json(to_iso_utc(*moment)) : json(nullptr);
}

/// Progress: 5 error (confirmed), 4 delivered (confirmed), 2 queued [V].
int status_code(const Message& message) {
    if (message.failed) return 5;
    return message.delivered ? 4 : 2;
}

json common_fields(const Message& message) {
    return {{"id", message.id},
            {"body", message.body},
            {"bodySize", message.body.size()},
            {"fingerprint", fingerprint_of(message.line, message.number)},
            {"contactId", contact_id_of(message.number)},
            {"deviceId", contact_id_of(message.line)},
            {"dateCreated", to_iso_utc(message.created)},
            {"dateDelivered", moment_or_null(message.delivered)},
            {"dateRead", moment_or_null(message.read)},
            {"dateDeleted", nullptr},
            {"scheduledDate", nullptr},
            {"deleted", false},
            {"visible", true},
            {"hasAttachment", false},
            {"statusCode", status_code(message)}};
}

}  // namespace

std::string fingerprint_of(const std::string& line, const std::string& number) {
    return std::to_string(stable_hash(line + ">" + number) % 9'000'000'000ULL + 1'000'000'000ULL);
}

std::int64_t contact_id_of(const std::string& number) {
    return static_cast<std::int64_t>(stable_hash(number) % 9'000'000'000ULL + 1'000'000'000ULL);
}

std::string address_of(const std::string& number) {
    return number.starts_with("+1") ? "ptn:/" + number.substr(2) : "ptn:/" + number;
}

json listed_message(const Message& message) {
    json result = common_fields(message);
    result["type"] = message.inbound ? "MO" : "ZO";
    result["sourceAddress"] = message.inbound ? message.number : message.line;
    result["destAddress"] = message.inbound ? message.line : message.number;
    result["address"] = address_of(message.number);
    result["isRead"] = message.read.has_value();
    result["transmissionState"] = {{"name", message.failed      ? "ERROR"
                                            : message.delivered ? "DELIVERED"
                                                                : "QUEUED"}};
    result["errorState"] = message.failed;
    return result;
}

json webhook_message(const Message& message) {
    json result = common_fields(message);
    result["messageType"] = message.inbound ? "MO" : "ZO";
    result["finalSource"] = message.inbound ? message.number : message.line;
    result["finalDestination"] = message.inbound ? message.line : message.number;
    result["address"] = "ptn:/" + message.number;
    result["cc"] = nullptr;
    result["bcc"] = nullptr;
    result["read"] = message.read.has_value();
    result["messageTransport"] = 5;
    result["messageStatus"] = 1003;
    return result;
}

json listed_conversation(const Conversation& conversation) {
    const Message& newest = conversation.newest;
    return {{"fingerprint", fingerprint_of(newest.line, newest.number)},
            {"address", address_of(newest.number)},
            {"lastContactMobileNumber", newest.number},
            {"lastMessageBody", newest.body},
            {"lastMessageDate", to_iso_utc(newest.created)},
            {"messageCount", conversation.messages},
            {"unreadCount", conversation.unread}};
}

}  // namespace mock_host::zipwhip
