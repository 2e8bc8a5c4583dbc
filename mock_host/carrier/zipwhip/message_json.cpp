#include "carrier/zipwhip/message_json.hpp"

#include <nlohmann/json.hpp>

#include "carrier/zipwhip/pacific_time.hpp"

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

using MomentText = std::string (*)(Moment);

json moment_or_null(const std::optional<Moment>& moment, MomentText to_text) {
    return moment ? json(to_text(*moment)) : json(nullptr);
}

/// Progress: 5 error (confirmed), 4 delivered (confirmed), 2 queued [V].
int status_code(const Message& message) {
    if (message.failed) return 5;
    return message.delivered ? 4 : 2;
}

/// What lists and webhooks have alike, but for how they write moments.
json common_fields(const Message& message, MomentText to_text) {
    return {{"body", message.body},
            {"bodySize", message.body.size()},
            {"fingerprint", fingerprint_of(message.line, message.number)},
            {"contactId", contact_id_of(message.number)},
            {"deviceId", contact_id_of(message.line)},
            {"cc", nullptr},
            {"bcc", nullptr},
            {"dateCreated", to_text(message.created)},
            {"dateDelivered", moment_or_null(message.delivered, to_text)},
            {"dateRead", moment_or_null(message.read, to_text)},
            {"dateDeleted", moment_or_null(message.deleted, to_text)},
            {"scheduledDate", nullptr},
            {"deleted", message.deleted.has_value()},
            {"visible", true},
            {"hasAttachment", message.has_attachment},
            {"statusCode", status_code(message)}};
}

const char* transmission_state(const Message& message) {
    if (message.failed) return "ERROR";
    return message.delivered ? "DELIVERED" : "QUEUED";
}

std::string detail(const ContactDetails& contact, const std::string& name) {
    const auto found = contact.find(name);
    return found == contact.end() ? std::string() : found->second;
}

}  // namespace

std::string fingerprint_of(const std::string& line, const std::string& number) {
    return std::to_string(stable_hash(line + ">" + number) % 9'000'000'000ULL + 1'000'000'000ULL);
}

std::int64_t contact_id_of(const std::string& number) {
    return static_cast<std::int64_t>(stable_hash(number) % 9'000'000'000ULL + 1'000'000'000ULL);
}

std::string digits_of(const std::string& number) {
    return number.starts_with("+1") ? number.substr(2) : number;
}

std::string address_of(const std::string& number) {
    return "ptn:/" + digits_of(number);
}

json listed_message(const Message& message, const ContactDetails& contact) {
    const std::string id = std::to_string(message.id);
    const std::int64_t device = contact_id_of(message.line);
    const std::string line = digits_of(message.line);
    const std::string number = digits_of(message.number);
    json result = common_fields(message, to_iso_pacific);
    result.update(
        {{"DCSId", ""},
         {"UDH", ""},
         {"address", address_of(message.number)},
         {"advertisement", nullptr},
         {"carbonedMessageId", -1},
         {"carrier", ""},
         {"channel", ""},
         {"class", "com.zipwhip.website.data.dto.LegacyMessage"},
         {"contactDeviceId", device},
         {"creatorId", 0},
         {"deliveryReceipt", nullptr},
         {"destAddress", message.inbound ? line : number},
         {"dishedToOpenMarket", nullptr},
         {"dtoParentId", device},
         {"encoded", false},
         {"errorState", message.failed},
         {"expectDeliveryReceipt", false},
         {"firstName", detail(contact, "firstName")},
         {"fromName", nullptr},
         {"fwd", ""},
         {"id", id},
         {"isInFinalState", message.failed || message.delivered.has_value()},
         {"isParent", false},
         {"isRead", message.read.has_value()},
         {"isSelf", false},
         {"lastName", detail(contact, "lastName")},
         {"lastUpdated", nullptr},
         {"latlong", ""},
         {"loc", ""},
         {"messageConsoleLog", ""},
         {"metaDataId", 0},
         {"mobileNumber", number},
         {"new", false},
         {"openMarketMessageId", ""},
         {"parentId", 0},
         {"phoneKey", ""},
         {"smartForwarded", false},
         {"smartForwardingCandidate", false},
         {"sourceAddress", message.inbound ? number : line},
         {"statusDesc", nullptr},
         {"subject", nullptr},
         {"thread", ""},
         {"to", nullptr},
         {"transferedToCarrierReceipt", nullptr},
         {"transmissionState",
          {{"enumType", "com.zipwhip.outgoing.TransmissionState"}, {"name", transmission_state(message)}}},
         {"type", message.inbound ? "MO" : "ZO"},
         {"uuid", id},
         {"version", 0}});
    return result;
}

json webhook_message(const Message& message) {
    json result = common_fields(message, to_iso_utc);
    result.update({{"id", message.id},
                   {"messageType", message.inbound ? "MO" : "ZO"},
                   {"finalSource", message.inbound ? message.number : message.line},
                   {"finalDestination", message.inbound ? message.line : message.number},
                   {"address", "ptn:/" + message.number},
                   {"read", message.read.has_value()},
                   {"messageTransport", 5},
                   {"messageStatus", 1003}});
    return result;
}

json listed_conversation(const Conversation& conversation, const ContactDetails& contact) {
    const Message& newest = conversation.newest;
    const std::int64_t device = contact_id_of(newest.line);
    const std::string fingerprint = fingerprint_of(newest.line, newest.number);
    const std::string when = to_iso_pacific(newest.created);
    return {{"address", address_of(newest.number)},
            {"bcc", ""},
            {"cc", ""},
            {"class", "com.zipwhip.website.data.dto.Conversation"},
            {"dateCreated", to_iso_pacific(conversation.begun)},
            {"deleted", false},
            {"deviceAddress", "device:/" + digits_of(newest.line) + "/0"},
            {"deviceId", device},
            {"dtoParentId", device},
            {"fingerprint", fingerprint},
            {"id", std::stoll(fingerprint)},
            {"lastContactDeviceId", 0},
            {"lastContactFirstName", detail(contact, "firstName")},
            {"lastContactId", contact_id_of(newest.number)},
            {"lastContactLastName", detail(contact, "lastName")},
            {"lastContactMobileNumber", digits_of(newest.number)},
            {"lastMessageBody", newest.body},
            {"lastMessageDate", when},
            {"lastNonDeletedMessageDate", when},
            {"lastUpdated", when},
            {"messageCount", conversation.messages},
            {"new", false},
            {"unreadCount", conversation.unread},
            {"version", conversation.messages}};
}

json listed_contact(const Contact& contact, std::size_t received, std::size_t sent) {
    const std::int64_t device = contact_id_of(contact.line);
    json result{{"MOCount", received},
                {"ZOCount", sent},
                {"address", address_of(contact.number)},
                {"birthday", nullptr},
                {"carrier", ""},
                {"channel", ""},
                {"class", "com.zipwhip.website.data.dto.Contact"},
                {"dateCreated", to_iso_pacific(contact.created)},
                {"deleted", false},
                {"deviceId", device},
                {"dtoParentId", device},
                {"fwd", ""},
                {"id", contact_id_of(contact.number)},
                {"isZwUser", false},
                {"keywords", ""},
                {"lastUpdated", to_iso_pacific(contact.updated)},
                {"latlong", ""},
                {"mobileNumber", digits_of(contact.number)},
                {"new", false},
                {"phoneId", 0},
                {"phoneKey", ""},
                {"targetGroupDevice", -1},
                {"thread", ""},
                {"vector", ""},
                {"version", contact.version}};
    for (const char* const name : contact_details)
        result[name] = detail(contact.details, name);
    return result;
}

}  // namespace mock_host::zipwhip
