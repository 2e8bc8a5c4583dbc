#pragma once

#include <string>

#include "core/time.hpp"
#include "model/ids.hpp"
#include "model/text_state.hpp"
#include "store/database.hpp"

namespace send_text {

/// A text's next state, and what stands with it.
struct Transition {
    TextState to = TextState::queued;
    TimePoint now{};
    TimePoint not_before{};
    std::string reason = {};
    HoldReason hold_reason = HoldReason::none;
};

/// The state of a text. Throws StoreError when there is no such text.
TextState state_of(Poco::Data::Session& session, TextId text_id);

/// The only way a state changes. Throws StoreError, with id and states, when the text may not become that.
void change_state(Poco::Data::Session& session, TextId text_id, const Transition& transition);

}  // namespace send_text
