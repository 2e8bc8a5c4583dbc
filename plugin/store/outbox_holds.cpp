// Texts that wait for the hours in which they may leave.

#include "core/clock.hpp"
#include "store/outbox_store.hpp"
#include "store/query.hpp"
#include "store/text_transition.hpp"

namespace send_text {

void OutboxStore::hold_for_hours(std::int64_t text_id, std::int64_t until_ms, const std::string& reason,
                                 std::int64_t now_ms) {
    database_.transaction([&](Poco::Data::Session& session) {
        change_state(session, text_id,
                     {.to = TextState::held,
                      .now_ms = now_ms,
                      .not_before_ms = until_ms,
                      .reason = reason,
                      .hold_reason = HoldReason::hours});
    });
}

std::int64_t OutboxStore::release(std::int64_t until_ms, std::int64_t now_ms) {
    return in_transaction(database_, [&](Poco::Data::Session& session) {
        const auto ids =
            select(session,
                   "SELECT id FROM outgoing_text WHERE state = ? AND hold_reason = ? "
                   "AND not_before_ms <= ? ORDER BY id",
                   {TextState::held, HoldReason::hours, until_ms}, [](Row& row) { return row.integer(); });
        for (const std::int64_t id : ids) {
            change_state(session, id, {.to = TextState::queued, .now_ms = now_ms});
        }
        return static_cast<std::int64_t>(ids.size());
    });
}

std::int64_t OutboxStore::next_release_ms() const {
    return in_transaction(database_, [&](Poco::Data::Session& session) {
        return select_integer(
                   session,
                   "SELECT min(not_before_ms) FROM outgoing_text WHERE state = ? AND hold_reason = ?",
                   {TextState::held, HoldReason::hours})
            .value_or(no_deadline_ms);
    });
}

}  // namespace send_text
