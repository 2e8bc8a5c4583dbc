#include "store/text_transition.hpp"

#include "store/query.hpp"

namespace send_text {

TextState state_of(Poco::Data::Session& session, std::int64_t text_id) {
    const auto state = select_integer(session, "SELECT state FROM outgoing_text WHERE id = ?", {text_id});
    if (!state) throw StoreError("There is no text " + std::to_string(text_id) + " in the store.");
    return static_cast<TextState>(*state);
}

void change_state(Poco::Data::Session& session, std::int64_t text_id, const Transition& transition) {
    const TextState from = state_of(session, text_id);
    if (!may_become(from, transition.to)) {
        throw StoreError("Text " + std::to_string(text_id) + " is " + name_of(from) + " and cannot become " +
                         name_of(transition.to) + ". It was left as it is.");
    }
    // An unknown text that is asked about again is unknown since it was first.
    if (from != transition.to) {
        execute(session, "UPDATE outgoing_text SET state = ?, state_since_ms = ? WHERE id = ?",
                {transition.to, transition.now_ms, text_id});
    }
    if (transition.to == TextState::sending) {
        execute(session,
                "UPDATE outgoing_text SET sending_since_ms = ?, attempts = attempts + 1 WHERE id = ?",
                {transition.now_ms, text_id});
    }
    execute(session, "UPDATE outgoing_text SET not_before_ms = ?, reason = ?, hold_reason = ? WHERE id = ?",
            {transition.not_before_ms, transition.reason, transition.hold_reason, text_id});
}

}  // namespace send_text
