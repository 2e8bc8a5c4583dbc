#pragma once

#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "core/time.hpp"
#include "gateway/gateway.hpp"

namespace send_text::twilio {

/// An entry of Twilio's list of messages, as far as it can be read.
struct ListedMessage {
    std::string id;
    std::optional<Direction> direction;
    std::string from;  ///< a number, or a short code, a name, another channel's address; may be empty
    std::string to;
    std::string service;  ///< the messaging service's SID, or empty
    std::string body;
    CarrierState state = CarrierState::in_progress;
    std::string failure;             ///< why, of CarrierState::failed; empty: not told
    std::optional<NumberFact> fact;  ///< what that tells of the number
    std::int64_t media = 0;          ///< how many pictures or other files came with it
    std::optional<TimePoint> created_at;
    /// By when it is merged with other lists: the later of its times, since which of them Twilio sorts by is
    /// not documented, and a message that was scheduled long ago must not hold up newer ones behind it.
    TimePoint place{};
};

ListedMessage read_listed_message(const nlohmann::json& entry);

/// The message for the line; nothing if id, direction, time or the other side's number cannot be told.
std::optional<CarrierMessage> carrier_message(const ListedMessage& listed);

/// An entry that is no such message, as what may be a text of ours; nothing if it is none. `newer` is the
/// place of the entry before it.
std::optional<UnreadableEntry> unreadable_entry(const ListedMessage& listed, std::optional<TimePoint> newer);

/// The time in "Fri, 24 May 2019 17:44:46 +0000" (RFC 2822); nothing if it is none.
std::optional<TimePoint> parse_time(std::string_view text);

}  // namespace send_text::twilio
