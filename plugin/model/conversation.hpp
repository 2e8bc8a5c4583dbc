#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/e164.hpp"
#include "core/media.hpp"
#include "core/record.hpp"
#include "core/time.hpp"
#include "model/line_id.hpp"
#include "model/text_state.hpp"

namespace send_text {

/// A message that the carrier listed and that is not a text of ours: a reply, or one that was written in the
/// carrier's own application.
struct ListedMessage {
    LineId line;
    E164 number;
    std::string carrier_message_id;
    bool inbound = true;
    std::string body;
    TimePoint created_at{};  ///< by our clock
    std::int64_t media = 0;  ///< pictures or other files that came with it, or some_media
};

/// One line of a conversation, as it will stand in the logged message.
struct ConversationEntry {
    enum class Author { rep, other_application, person };
    Author author = Author::rep;
    std::string rep_name;  ///< of Author::rep
    std::string body;
    TimePoint at{};  ///< ours: when it left, or was rejected without a try; else when it was written
    TextState state = TextState::accepted;  ///< of Author::rep
    std::string reason;                     ///< why it was not sent
    std::int64_t media = 0;                 ///< pictures or other files that came with it, or some_media
};

/// The part of a conversation that is logged as one message.
struct ConversationBatch {
    std::int64_t id = 0;
    LineId line;
    E164 number;
    TimePoint opened_at{};
    std::string log_key;  ///< the same for every try: makes logging exactly once
    std::int64_t log_attempts = 0;
    std::int64_t author_rep_id = 0;  ///< who wrote last; 0 when only the person did
    std::vector<RecordRef> records;
    std::vector<ConversationEntry> entries;  ///< oldest first
};

}  // namespace send_text
