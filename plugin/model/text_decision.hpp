#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "core/e164.hpp"
#include "core/time.hpp"
#include "model/account.hpp"
#include "model/ids.hpp"
#include "model/line_id.hpp"
#include "model/text.hpp"

namespace send_text {

/// What a person says of a text that may or may not have been sent.
enum class Decision : std::int32_t { was_sent = 1, send_again = 2, do_not_send = 3 };

/// Who wants to decide.
struct Decider {
    std::int64_t rep_id = 0;
    std::int64_t branch_id = 0;
    bool is_administrator = false;
};

/// The texts of one request and line that wait for a person.
struct UndecidedGroup {
    RequestId request_id{};
    LineId line;
    Sender sender;
    TimePoint created_at{};  ///< when Send was pressed
    /// Whose the line is, or was last; 0: that is not known any more.
    AccountOwner owner = {};
    std::int64_t owner_id = 0;
    std::int64_t count = 0;
};

/// Its sender may decide, everybody of the line's branch or the one whose line it is, and an administrator.
bool may_decide(const Decider& who, const UndecidedGroup& group);

/// When a text was sent, if it was: of an older store that was put back, that may not be known.
TimePoint time_sent(const Text& text);

/// What was decided about a text before.
struct EarlierDecision {
    TextId text_id{};
    E164 number;
    Decision decision = Decision::was_sent;
    Sender who;                             ///< rep_id 0 and no name: it was settled with the carrier
    TextState state = TextState::accepted;  ///< what the text is now
};

/// What became of deciding about many texts.
struct DecisionResult {
    std::int64_t decided = 0;
    /// Of these: they were to be sent again, or not at all, and the conversation already has them as sent. So
    /// they count as sent, and nothing is sent again.
    std::int64_t found_sent = 0;
    std::vector<EarlierDecision> earlier;          ///< of the others: nothing was done
    std::map<RequestId, std::int64_t> by_request;  ///< how many were decided of each
};

/// A text about which a person decided, and which the carrier turned out to have after all.
struct LateFinding {
    enum class Then {
        as_decided,       ///< it was said to be sent
        not_sent_again,   ///< it was to be sent again, and has not left: it does not
        was_sent_though,  ///< it was not to be sent
        was_sent_twice,   ///< it was sent again
        not_known_yet,    ///< it is being sent again, or that answer is missing: it is not settled here
    };
    Then then = Then::as_decided;
    Text text;
    Sender decided_by;
};

}  // namespace send_text
