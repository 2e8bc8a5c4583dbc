#pragma once

#include <cstdint>
#include <string>

namespace send_text {

/// The states of a text; docs/delivery.md tells its life.
enum class TextState : std::int32_t {
    held = 1,      ///< waits for its time, for permitted hours or for a person (see HoldReason)
    queued = 2,    ///< may leave
    sending = 3,   ///< committed before the request; after a crash it counts as unknown
    accepted = 4,  ///< the carrier has it
    delivered = 5,
    rejected = 6,  ///< the carrier will not take it
    failed = 7,    ///< the carrier took it and could not deliver it
    cancelled = 8,
    unknown = 9,  ///< may or may not have been taken: the carrier is asked
};

enum class HoldReason : std::int32_t { none = 0, schedule = 1, hours = 2, person = 3 };

/// Whether nothing more is to be done to send it.
bool is_settled(TextState state);

/// Whether a text may go from one state to the other. No other change is ever made.
bool may_become(TextState from, TextState to);

const char* name_of(TextState state);

}  // namespace send_text
