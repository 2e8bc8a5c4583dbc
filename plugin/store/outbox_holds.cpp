// Texts that do not leave (yet), though they are queued: the hours, what became of a permission, a person.

#include "core/clock.hpp"
#include "core/time.hpp"
#include "store/batches.hpp"
#include "store/outbox_store.hpp"
#include "store/query.hpp"
#include "store/text_rows.hpp"
#include "store/text_transition.hpp"

namespace send_text {
namespace {

/// A person may have stopped it since it was looked at.
bool is_queued(Poco::Data::Session& session, TextId text_id) {
    return state_of(session, text_id) == TextState::queued;
}

}  // namespace

void OutboxStore::hold_for_hours(TextId text_id, TimePoint until, const std::string& reason, TimePoint now) {
    database_.transaction([&](Poco::Data::Session& session) {
        if (!is_queued(session, text_id)) return;
        change_state(session, text_id,
                     {.to = TextState::held,
                      .now = now,
                      .not_before = until,
                      .reason = reason,
                      .hold_reason = HoldReason::hours});
    });
}

void OutboxStore::refuse(TextId text_id, const std::string& reason, TimePoint now,
                         Milliseconds batch_window) {
    database_.transaction([&](Poco::Data::Session& session) {
        if (!is_queued(session, text_id)) return;
        change_state(session, text_id, {.to = TextState::rejected, .now = now, .reason = reason});
        join_batch(session, text_id, now, batch_window);
    });
}

std::int64_t OutboxStore::release(TimePoint until, TimePoint now) {
    return in_transaction(database_, [&](Poco::Data::Session& session) {
        const auto ids = select(session,
                                "SELECT id FROM outgoing_text WHERE state = ? AND hold_reason = ? "
                                "AND not_before_ms <= ? ORDER BY id",
                                {TextState::held, HoldReason::hours, until}, read_as<TextId>);
        for (const TextId id : ids) {
            change_state(session, id, {.to = TextState::queued, .now = now});
        }
        return static_cast<std::int64_t>(ids.size());
    });
}

std::vector<Text> OutboxStore::held_for_hours() const {
    return in_transaction(database_, [&](Poco::Data::Session& session) {
        return select_texts(session, "t.state = ? AND t.hold_reason = ? ORDER BY t.id",
                            {TextState::held, HoldReason::hours});
    });
}

void OutboxStore::release_texts(const std::vector<TextId>& text_ids, TimePoint now) {
    if (text_ids.empty()) return;
    database_.transaction([&](Poco::Data::Session& session) {
        for (const TextId id : text_ids) {
            if (exists(session, "SELECT 1 FROM outgoing_text WHERE id = ? AND state = ? AND hold_reason = ?",
                       {id, TextState::held, HoldReason::hours}))
                change_state(session, id, {.to = TextState::queued, .now = now});
        }
    });
}

TimePoint OutboxStore::next_release_at() const {
    return in_transaction(database_, [&](Poco::Data::Session& session) {
        return select_time(session,
                           "SELECT min(not_before_ms) FROM outgoing_text WHERE state = ? AND hold_reason = ?",
                           {TextState::held, HoldReason::hours})
            .value_or(no_deadline);
    });
}

}  // namespace send_text
