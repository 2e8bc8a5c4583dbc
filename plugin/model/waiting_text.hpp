#pragma once

#include <string>
#include <vector>

#include "core/e164.hpp"
#include "core/record.hpp"
#include "core/time.hpp"
#include "model/ids.hpp"
#include "model/text.hpp"
#include "model/text_decision.hpp"

namespace send_text {

/// A text that has not left, and needs nobody to decide: it is queued, out of hours, or the carrier is asked
/// whether it has it.
struct WaitingText {
    TextId id{};
    TextState state = TextState::queued;
    TimePoint not_before{};  ///< held: until then
    E164 number;
    std::string reason = {};  ///< why it was not taken
    std::vector<RecordRef> records = {};
};

/// Such a text with all that is known of it.
struct WaitingOwnedText {
    Text text;
    std::vector<RecordRef> records;
};

/// Those of one request and line. `whose` counts them, and says who may stop them (may_decide).
struct WaitingGroup {
    UndecidedGroup whose;
    std::vector<WaitingText> texts;
};

}  // namespace send_text
