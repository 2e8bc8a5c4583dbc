#pragma once

#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <string>

#include "carrier/zipwhip/contact_book.hpp"
#include "carrier/zipwhip/message_store.hpp"

namespace mock_host::zipwhip {

/// The conversation's name: decimal digits made of line and number, the same on every run. [?]
std::string fingerprint_of(const std::string& line, const std::string& number);
/// The carrier's number for a contact or for the line's own device, the same on every run. [?]
std::int64_t contact_id_of(const std::string& number);
/// "2065550100" for +12065550100, "+4420…" for others. [?] for the latter
std::string digits_of(const std::string& number);
/// "ptn:/" and the same.
std::string address_of(const std::string& number);

// The form of lists is that of the dto classes in Zipwhip's own client library
// (github.com/johnlauer/zipwhip-api): ids of messages are strings, numbers have ten digits, dates the
// carrier's offset. Fields that mean nothing here have the value that they have there when they are not in
// use.

/// A text as message/list, message/get and conversation/get show it. `contact`: what is known of the other.
/// [?] dateDelivered, dateRead and dateDeleted, which only webhooks are documented to have.
nlohmann::json listed_message(const Message& message, const ContactDetails& contact);
/// A text as webhooks carry it: the form of 2020 (developers.zipwhip.com/api/webhooks), with ids as numbers,
/// numbers in E.164 and dates in UTC. That bodySize counts bytes is [?].
nlohmann::json webhook_message(const Message& message);
/// A line of conversation/list. [?] messageCount
nlohmann::json listed_conversation(const Conversation& conversation, const ContactDetails& contact);
/// A line of contact/list, and the answer to contact/save. `received` and `sent` count its texts.
nlohmann::json listed_contact(const Contact& contact, std::size_t received, std::size_t sent);

}  // namespace mock_host::zipwhip
