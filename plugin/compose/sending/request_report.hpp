#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "store/outbox_store.hpp"

namespace send_text {

/// A text that was not sent, and why. Held or unknown: it may have been sent, a person is to look.
struct UnsentText {
    std::string number;
    std::string reason;
    TextState state = TextState::rejected;
};

/// How a request fares.
struct RequestReport {
    std::int64_t request_id = 0;
    RequestProgress progress;
    std::int64_t seconds_left = 0;   ///< until what is queued has left
    std::vector<UnsentText> unsent;  ///< the first 100, those that a person stopped last
    std::vector<TextInDoubt> held;   ///< for a person to decide
};

/// Whether nothing more becomes of the request by itself.
bool is_over(const RequestProgress& progress);

/// How many have been stopped or failed, or may have been sent: as many as could stand in `unsent`.
std::int64_t unsent_count(const RequestProgress& progress);

/// "The carrier has accepted 32 of 120 texts. 88 more on the way."
std::string words_of_outcome(const RequestProgress& progress);

/// "Batch 2 of 3, about 2 minutes left."; empty when that need not be said.
std::string words_of_pace(const RequestReport& report);

}  // namespace send_text
