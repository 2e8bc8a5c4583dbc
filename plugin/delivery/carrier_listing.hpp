#pragma once

#include <cstdint>
#include <limits>
#include <map>
#include <string>
#include <vector>

#include "core/time.hpp"
#include "gateway/gateway.hpp"

namespace send_text {

/// What the carrier has of a line, as far back as it was read.
struct CarrierListing {
    std::vector<CarrierMessage> outbound;  ///< oldest first; the numbers in the form that we keep
    /// Nothing newer than this is missing.
    TimePoint complete_from = TimePoint::min();
    std::vector<UnreadableEntry> unreadable;  ///< but for these
    bool is_broken_off = false;               ///< and anything may be missing
};

/// What is kept of a listing, to compare the next one with.
struct CarrierReading {
    struct Message {
        TimePoint created_at{};
        MonotonicTime listed_since{};  ///< all readings since then have it
    };
    std::map<std::string, Message> outbound;     ///< by id
    TimePoint complete_from = TimePoint::max();  ///< as in CarrierListing
};

/// `read_at`: when it had been read.
CarrierReading reading_of(const CarrierListing& listing, const CarrierReading& before, MonotonicTime read_at);

/// Whether the list was the same both times, from a time on, but for newer messages that have come since. A
/// list that shifts while it is read, or that lags by another time for each message, is not.
bool is_same(const CarrierReading& before, const CarrierListing& now, TimePoint from);

/// Reads the line's list back to a time of our clock, or to its end. Throws GatewayError.
CarrierListing list_back_to(TimePoint horizon, Gateway& gateway);

}  // namespace send_text
