#pragma once

#include <optional>
#include <string>

#include "gateway/gateway.hpp"

namespace send_text {

/// What one of a carrier's error codes says of a text, when it is refused or when it has failed later.
struct CodeMeaning {
    SendOutcome outcome = SendOutcome::rejected;  ///< of a refusal
    std::string reason;                           ///< in words for people
    std::optional<NumberFact> fact = {};
};

}  // namespace send_text
