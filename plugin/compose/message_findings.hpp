#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "core/refusal.hpp"

namespace send_text {

/// What is to be said of a message to its recipients.
struct MessageFindings {
    std::string note;                 ///< the line below it: what it costs
    std::optional<Refusal> problem;   ///< why it cannot be sent
    std::int64_t total_segments = 0;  ///< of all texts that can be sent
    bool offers_plain_characters = false;
};

}  // namespace send_text
