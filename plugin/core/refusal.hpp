#pragma once

#include <optional>
#include <string>

namespace send_text {

/// Why something is not done, in a sentence for the person who wants it. What is allowed has none:
/// `std::optional<Refusal>`.
struct Refusal {
    std::string reason;  ///< never empty
};

/// For where an empty text stands when nothing is refused, as in a dialog.
inline std::string reason_or_empty(const std::optional<Refusal>& refusal) {
    return refusal ? refusal->reason : std::string();
}

}  // namespace send_text
