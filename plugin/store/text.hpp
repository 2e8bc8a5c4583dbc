#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/record.hpp"
#include "store/text_state.hpp"

namespace send_text {

/// Who pressed Send.
struct Sender {
    std::int64_t rep_id = 0;
    std::string name;
};

/// A text that is to leave, and the records that own it (several when they share the number).
struct OutgoingText {
    std::string number;  ///< E.164
    std::vector<RecordRef> records;
    std::string line = {};  ///< the one it leaves from
    std::string body = {};  ///< empty: the request's
    std::int64_t segments = 1;
    bool is_insisted = false;  ///< not known to be in service; the sender wants it texted all the same
};

/// What one press of Send makes.
struct SendRequest {
    std::string body;  ///< as it was written: a template, or the text of all
    Sender sender;
    std::vector<OutgoingText> texts;
};

/// One body to one number, with its state.
struct Text {
    std::int64_t id = 0;
    std::int64_t request_id = 0;
    std::string line;  ///< a number (E.164), or a messaging service's id
    std::string number;
    std::string body;
    Sender sender;
    TextState state = TextState::queued;
    HoldReason hold_reason = HoldReason::none;
    std::int64_t created_ms = 0;
    std::int64_t state_since_ms = 0;
    std::int64_t not_before_ms = 0;     ///< queued: no earlier than this. unknown: ask the carrier no earlier
    std::int64_t sending_since_ms = 0;  ///< when the last request to the carrier began
    std::int64_t attempts = 0;          ///< requests made to the carrier
    std::string carrier_message_id;
    std::string reason;  ///< why it was rejected, failed, held or put off
};

}  // namespace send_text
