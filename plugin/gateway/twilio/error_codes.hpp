#pragma once

#include <cstdint>
#include <optional>

#include "gateway/gateway.hpp"

namespace send_text::twilio {

/// What one of Twilio's error codes says of a send.
struct CodeMeaning {
    std::int64_t code;
    SendOutcome outcome;
    const char* reason;  ///< in words for people
    std::optional<NumberFact> fact = {};
};

/// nullptr for a code that is not known here.
const CodeMeaning* meaning_of_code(std::int64_t code);

}  // namespace send_text::twilio
