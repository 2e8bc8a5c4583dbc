#pragma once

#include <string>

namespace send_text {

/// Why something is not done, in a sentence for the person who wants it. What is allowed has none:
/// `std::optional<Refusal>`.
struct Refusal {
    std::string reason;  ///< never empty
};

}  // namespace send_text
