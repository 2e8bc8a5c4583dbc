#pragma once

#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <string>

#include "carrier/zipwhip/message_store.hpp"

namespace mock_host::zipwhip {

/// The conversation's name: decimal digits made of line and number, the same on every run. [?]
std::string fingerprint_of(const std::string& line, const std::string& number);
/// The carrier's number for a contact or for the line's own device, the same on every run. [?]
std::int64_t contact_id_of(const std::string& number);
/// "ptn:/2065550100" for +12065550100, "ptn:/+4420…" for others. [?] for the latter
std::string address_of(const std::string& number);

/// A text as message/list and conversation/get show it. The names of zipwhip_api's [V] fields are certain;
/// that errorState is a boolean, and the fields beside those, are [?].
nlohmann::json listed_message(const Message& message);
/// A text as webhooks carry it (form of 2020 [V]; that bodySize counts bytes is [?]).
nlohmann::json webhook_message(const Message& message);
/// A line of conversation/list. [?] but for the fingerprint
nlohmann::json listed_conversation(const Conversation& conversation);

}  // namespace mock_host::zipwhip
