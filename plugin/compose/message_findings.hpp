#pragma once

#include <cstdint>
#include <string>

namespace send_text {

/// What is to be said of a message to its recipients.
struct MessageFindings {
    std::string note;                 ///< the line below it: what it costs
    std::string problem;              ///< why it cannot be sent, in a sentence; empty: it can
    std::int64_t total_segments = 0;  ///< of all texts that can be sent
    bool offers_plain_characters = false;
};

}  // namespace send_text
