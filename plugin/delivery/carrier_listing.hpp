#pragma once

#include <cstdint>
#include <limits>
#include <map>
#include <string>
#include <vector>

#include "gateway/gateway.hpp"

namespace send_text {

/// What the carrier has of a line, as far back as it was read.
struct CarrierListing {
    std::vector<CarrierMessage> outbound;  ///< oldest first; the numbers in the form that we keep
    /// Nothing newer than this is missing.
    std::int64_t complete_from_ms = std::numeric_limits<std::int64_t>::min();
    std::vector<UnreadableEntry> unreadable;  ///< but for these
    bool is_broken_off = false;               ///< and anything may be missing
};

/// What is kept of a listing, to compare the next one with.
struct CarrierReading {
    struct Message {
        std::int64_t created_ms = 0;
        std::int64_t listed_since_ms = 0;  ///< by the monotonic clock: all readings since then have it
    };
    std::map<std::string, Message> outbound;                                   ///< by id
    std::int64_t complete_from_ms = std::numeric_limits<std::int64_t>::max();  ///< as in CarrierListing
};

/// `read_ms`: when it had been read, by the monotonic clock.
CarrierReading reading_of(const CarrierListing& listing, const CarrierReading& before, std::int64_t read_ms);

/// Whether the list was the same both times, from a time on, but for newer messages that have come since. A
/// list that shifts while it is read, or that lags by another time for each message, is not.
bool is_same(const CarrierReading& before, const CarrierListing& now, std::int64_t from_ms);

/// Reads the line's list back to a time of our clock, or to its end. Throws GatewayError.
CarrierListing list_back_to(std::int64_t horizon_ms, Gateway& gateway);

}  // namespace send_text
