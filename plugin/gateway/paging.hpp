#pragma once

#include <cstdint>

#include "gateway/gateway.hpp"

namespace send_text {

/// Where to go on after the page at `start`. The last entry is read again: a message that the carrier deletes
/// between two pages moves the rest up, and the one at the seam would be seen on neither.
inline std::int64_t next_start(std::int64_t start, const CarrierPage& page) {
    const std::int64_t count = static_cast<std::int64_t>(page.messages.size()) + page.skipped;
    return start + (count > 1 ? count - 1 : count);
}

}  // namespace send_text
