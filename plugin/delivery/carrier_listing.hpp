#pragma once

#include <cstdint>
#include <limits>
#include <vector>

#include "gateway/gateway.hpp"

namespace send_text {

/// What the carrier has of a line, as far back as it was read.
struct CarrierListing {
    std::vector<CarrierMessage> outbound;  ///< oldest first; the numbers in the form that we keep
    /// Nothing newer than this is missing.
    std::int64_t complete_from_ms = std::numeric_limits<std::int64_t>::min();
    bool has_gaps = false;       ///< but for entries that made no sense
    bool is_broken_off = false;  ///< and anything may be missing
};

/// Reads the line's list back to a time of our clock, or to its end. Throws GatewayError.
CarrierListing list_back_to(std::int64_t horizon_ms, Gateway& gateway);

}  // namespace send_text
