// Texts that may have left, and are to be looked for in the carrier's list.

#include "core/time.hpp"
#include "model/line_id.hpp"
#include "store/batches.hpp"
#include "store/looking.hpp"
#include "store/outbox_store.hpp"
#include "store/query.hpp"
#include "store/text_rows.hpp"
#include "store/text_transition.hpp"

namespace send_text {
namespace {

constexpr const char* newest_filed = "(SELECT coalesce(max(id), 0) FROM listed_message)";

/// A person may have stopped a queued text since it was looked at.
bool may_be_settled(Poco::Data::Session& session, TextId text_id) {
    const TextState state = state_of(session, text_id);
    return state == TextState::unknown || state == TextState::queued;
}

}  // namespace

void require_lookup_of_queued(Poco::Data::Session& session) {
    execute(
        session,
        std::string("UPDATE outgoing_text SET must_be_looked_for = ?, look_from_request = 0, look_from_ms = "
                    "(SELECT created_ms FROM send_request r WHERE r.id = request_id), look_from_carrier_ms = "
                    "0, look_from_filed = ") +
            newest_filed + " WHERE state IN (?, ?) AND hold_reason <> ? AND must_be_looked_for = ?",
        {Look::once, TextState::queued, TextState::held, HoldReason::person, Look::none});
}

void require_lookup_of_waiting(Poco::Data::Session& session) {
    require_lookup_of_queued(session);
    close_open_batches(session);
}

bool must_be_looked_for(Poco::Data::Session& session, TextId text_id) {
    return exists(session, "SELECT 1 FROM outgoing_text WHERE id = ? AND must_be_looked_for <> ?",
                  {text_id, Look::none});
}

void set_look(Poco::Data::Session& session, TextId text_id, Look look) {
    execute(session, "UPDATE outgoing_text SET must_be_looked_for = ? WHERE id = ?", {look, text_id});
}

void give_to_person(Poco::Data::Session& session, TextId text_id, const std::string& reason, TimePoint now) {
    change_state(session, text_id,
                 {.to = TextState::held, .now = now, .reason = reason, .hold_reason = HoldReason::person});
    set_look(session, text_id, Look::none);  // the person looks
}

void note_request(Poco::Data::Session& session, TextId text_id, const NewRequest& request, TimePoint now) {
    execute(session,
            "UPDATE outgoing_text SET carrier = ?, carrier_account = ?, "
            "request_number = (SELECT requests_begun FROM store_identity) WHERE id = ?",
            {request.to.carrier, request.to.name, text_id});
    execute(session,
            std::string("UPDATE outgoing_text SET look_from_request = request_number, look_from_ms = ?, "
                        "look_from_carrier_ms = ?, look_from_filed = ") +
                newest_filed + " WHERE id = ? AND must_be_looked_for = ?",
            {now, request.carrier_at, text_id, Look::none});
}

void OutboxStore::require_lookup_of_all_queued() {
    database_.transaction(require_lookup_of_queued);
}

std::int64_t OutboxStore::store_is_older(std::int64_t requests_begun, TimePoint now) {
    return in_transaction(database_, [&](Poco::Data::Session& session) {
        execute(session, "UPDATE store_identity SET requests_begun = ?", {requests_begun});
        require_lookup_of_waiting(session);
        const auto ids = select(session,
                                "SELECT id FROM outgoing_text WHERE state IN (?, ?) OR state IN (?, ?) "
                                "AND must_be_looked_for > 0 ORDER BY id",
                                {TextState::sending, TextState::unknown, TextState::queued, TextState::held},
                                read_as<TextId>);
        for (const TextId id : ids) {
            change_state(session, id,
                         {.to = TextState::unknown,
                          .now = now,
                          .reason = "The store is older than what was last sent, so it may have been sent."});
            // The last request about it may have been any of those.
            execute(session, "UPDATE outgoing_text SET request_number = ? WHERE id = ?",
                    {requests_begun, id});
        }
        return static_cast<std::int64_t>(ids.size());
    });
}

std::vector<Text> OutboxStore::texts_to_look_up(const LineId& line) const {
    return in_transaction(database_, [&](Poco::Data::Session& session) {
        return select_texts(session,
                            "t.id IN (SELECT id FROM outgoing_text WHERE state = ? AND line = ? UNION "
                            "SELECT id FROM outgoing_text WHERE must_be_looked_for > 0 AND line = ? AND "
                            "state = ?) ORDER BY t.id",
                            {TextState::unknown, line, line, TextState::queued});
    });
}

void OutboxStore::record_lookup(TextId text_id) {
    database_.transaction([&](Poco::Data::Session& session) {
        if (state_of(session, text_id) == TextState::queued) set_look(session, text_id, Look::none);
    });
}

void OutboxStore::put_off(TextId text_id, TimePoint not_before) {
    database_.transaction([&](Poco::Data::Session& session) {
        execute(session, "UPDATE outgoing_text SET not_before_ms = ? WHERE id = ? AND state = ?",
                {not_before, text_id, TextState::queued});
    });
}

bool OutboxStore::found(TextId text_id, const std::string& carrier_message_id, TimePoint taken_at,
                        const CarrierAccount& account, TimePoint now, Milliseconds batch_window) {
    return in_transaction(database_, [&](Poco::Data::Session& session) {
        if (!may_be_settled(session, text_id)) return false;
        if (state_of(session, text_id) == TextState::queued) {
            change_state(session, text_id,
                         {.to = TextState::unknown, .now = now, .reason = "The carrier already had it."});
        }
        change_state(session, text_id, {.to = TextState::accepted, .now = now});
        execute(session,
                "UPDATE outgoing_text SET carrier_message_id = ?, sending_since_ms = CASE WHEN "
                "sending_since_ms > 0 THEN sending_since_ms ELSE ? END, carrier = ?, carrier_account = ?, "
                "look_from_request = 0 WHERE id = ?",
                {carrier_message_id, taken_at, account.carrier, account.name, text_id});
        join_batch(session, text_id, now, batch_window);
        return true;
    });
}

bool OutboxStore::leave_to_person(TextId text_id, const std::string& reason, TimePoint now) {
    return in_transaction(database_, [&](Poco::Data::Session& session) {
        if (!may_be_settled(session, text_id)) return false;
        give_to_person(session, text_id, reason, now);
        return true;
    });
}

std::map<std::string, TakenText> OutboxStore::taken_texts(
    const LineId& line, const std::vector<std::string>& carrier_message_ids) const {
    return in_transaction(database_, [&](Poco::Data::Session& session) {
        std::map<std::string, TakenText> texts;
        for (const std::string& id : carrier_message_ids) {
            for_each_row(
                session,
                "SELECT request_number, sending_since_ms, carrier, carrier_account, look_from_request "
                "FROM outgoing_text WHERE line = ? AND carrier_message_id = ? LIMIT 1",
                {line, id}, [&](Row& row) {
                    texts[id] = {.request_number = row.integer(),
                                 .sending_since = row.time(),
                                 .handed_to = {.carrier = row.text(), .name = row.text()},
                                 .was_answered = row.integer() > 0};
                });
        }
        return texts;
    });
}

}  // namespace send_text
