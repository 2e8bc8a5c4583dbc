#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/e164.hpp"
#include "core/record.hpp"
#include "core/time.hpp"
#include "model/ids.hpp"
#include "model/line_id.hpp"
#include "model/text_state.hpp"

namespace send_text {

/// Who pressed Send.
struct Sender {
    std::int64_t rep_id = 0;
    std::string name;
};

/// A text that is to leave, and the records that own it (several when they share the number).
struct OutgoingText {
    E164 number;
    std::vector<RecordRef> records;
    LineId line = {};       ///< the one it leaves from
    std::string body = {};  ///< empty: the request's
    std::int64_t segments = 1;
    bool is_insisted = false;  ///< not known to be in service; the sender wants it texted all the same
};

/// What one press of Send makes.
struct SendRequest {
    std::string body;  ///< as it was written: a template, or the text of all
    Sender sender;
    std::vector<OutgoingText> texts;
};

/// Whom a request goes to.
struct CarrierAccount {
    std::string carrier;  ///< its id
    std::string name;     ///< what names the account there

    bool operator==(const CarrierAccount&) const = default;
};

/// Whether a queued text is to be looked for in the carrier's list before it leaves.
enum class Look : std::int32_t {
    none = 0,
    once = 1,            ///< an earlier run queued it: it may have left, if the store is a copy from before
    before_leaving = 2,  ///< it has been in doubt, and turned out not to be there: once more, right before
};

/// Where in the carrier's list a text may stand at the earliest: since the first request about it of which it
/// is not known what became of it.
struct LookFrom {
    std::int64_t request = 0;  ///< that request's number; 0: there was none that is known
    TimePoint at{};            ///< when it began; without one, when Send was pressed
    TimePoint carrier_at{};    ///< the same by the carrier's clock; no_time: not known
    std::int64_t filed = 0;    ///< what is filed in conversations up to this number was there before
};

/// One body to one number, with its state.
struct Text {
    TextId id{};
    RequestId request_id{};
    LineId line;
    E164 number;
    std::string body;
    Sender sender;
    TextState state = TextState::queued;
    HoldReason hold_reason = HoldReason::none;
    TimePoint created_at{};
    TimePoint state_since{};
    TimePoint not_before{};     ///< queued: no earlier than this. unknown: ask the carrier no earlier
    TimePoint sending_since{};  ///< when the last request to the carrier began
    std::int64_t attempts = 0;  ///< requests made to the carrier
    std::string carrier_message_id;
    std::string reason;  ///< why it was rejected, failed, held or put off
    CarrierAccount handed_to =
        {};  ///< whom the last request went to; empty: there was none, or it is not known
    Look look = Look::none;
    LookFrom look_from = {};
    std::int64_t request_number = 0;  ///< of the last request: requests are counted as they begin
};

}  // namespace send_text
