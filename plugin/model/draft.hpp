#pragma once

#include <compare>
#include <cstdint>
#include <string>

#include "core/time.hpp"

namespace send_text {

/// Whose draft it is, and to whom.
struct DraftId {
    std::int64_t rep_id = 0;
    std::string recipients;  ///< see key_of_recipients

    auto operator<=>(const DraftId&) const = default;
};

/// A message that was begun and neither sent nor discarded.
struct Draft {
    DraftId id;
    std::string body;
    std::int64_t template_id = 0;  ///< of the template that it began with; 0: none
    TimePoint typed_at{};          ///< when it was changed last
};

}  // namespace send_text
