// What people decide about texts of which it cannot be told whether they were sent.

#include "store/batches.hpp"
#include "store/outbox_store.hpp"
#include "store/query.hpp"
#include "store/text_rows.hpp"
#include "store/text_transition.hpp"

namespace send_text {
namespace {

TextState state_after(Decision decision) {
    switch (decision) {
        case Decision::was_sent:
            return TextState::accepted;
        case Decision::send_again:
            return TextState::queued;
        case Decision::do_not_send:
            break;
    }
    return TextState::cancelled;
}

}  // namespace

std::vector<Text> OutboxStore::undecided_of(std::int64_t rep_id) const {
    return in_transaction(database_, [&](Poco::Data::Session& session) {
        return select_texts(session,
                            "t.state = ? AND t.hold_reason = ? AND r.rep_id = ? ORDER BY t.id LIMIT 100",
                            {TextState::held, HoldReason::person, rep_id});
    });
}

bool OutboxStore::decide(std::int64_t text_id, Decision decision, std::int64_t now_ms,
                         std::int64_t window_ms) {
    return in_transaction(database_, [&](Poco::Data::Session& session) {
        if (!finds(session, "SELECT 1 FROM outgoing_text WHERE id = ? AND state = ? AND hold_reason = ?",
                   {text_id, TextState::held, HoldReason::person})) {
            return false;
        }
        const TextState state = state_after(decision);
        const std::string reason =
            decision == Decision::do_not_send ? "A person decided not to send it." : "";
        change_state(session, text_id, {.to = state, .now_ms = now_ms, .reason = reason});
        if (is_settled(state)) join_batch(session, text_id, now_ms, window_ms);
        return true;
    });
}

}  // namespace send_text
