#pragma once

#include <cstdint>
#include <string>

#include "core/e164.hpp"
#include "core/time.hpp"

namespace send_text {

/// How many texts of a request are where.
struct RequestProgress {
    std::int64_t total = 0;
    std::int64_t waiting = 0;       ///< held, queued, sending or unknown
    std::int64_t accepted = 0;      ///< accepted or delivered
    std::int64_t not_sent = 0;      ///< rejected, failed or cancelled
    std::int64_t undecided = 0;     ///< of those that wait: a person may decide about them
    std::int64_t in_doubt = 0;      ///< of the undecided: the carrier may still settle them (unknown)
    std::int64_t out_of_hours = 0;  ///< of those that wait: held until it is day where they go
    std::int64_t stoppable = 0;     ///< of those that wait: queued or out of hours
    std::int64_t delayed = 0;       ///< of those that wait: were not taken, and are tried again
    std::int64_t being_asked = 0;   ///< of those that wait: the carrier is asked whether it has them
    std::int64_t cancelled = 0;     ///< of those not sent: a person did not want them sent
    std::int64_t undelivered = 0;   ///< of those not sent: the carrier took them, and they failed later
    std::int64_t batches = 0;       ///< in which they leave
    std::int64_t batch = 0;         ///< the one that leaves now, from 1; 0 when none is queued
};

/// Why texts of a request have not left, as far as that can be told.
struct RequestDelay {
    std::string reason = {};  ///< of the last try that failed; empty: there was none
    bool holds_all = false;   ///< nothing of the request was accepted since: the others wait for it too
    /// Of those out of hours, the one that leaves first: where it goes, and when.
    E164 first_number = {};
    TimePoint first_leaves_at{};
    TimePoint last_leaves_at{};
};

}  // namespace send_text
