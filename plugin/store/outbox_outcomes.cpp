// What became of the texts that were claimed.

#include <stdexcept>
#include <utility>

#include "core/time.hpp"
#include "model/line_id.hpp"
#include "store/batches.hpp"
#include "store/decided_texts.hpp"
#include "store/looking.hpp"
#include "store/outbox_store.hpp"
#include "store/query.hpp"
#include "store/text_transition.hpp"

namespace send_text {
namespace {

/// A person may have decided while the carrier was asked: that stands.
bool was_decided_meanwhile(Poco::Data::Session& session, TextId text_id, TextState to) {
    return !may_become(state_of(session, text_id), to) && is_decided(session, text_id);
}

}  // namespace

std::int64_t OutboxStore::recover(TimePoint now) {
    return in_transaction(database_, [&](Poco::Data::Session& session) {
        const auto ids = select(session, "SELECT id FROM outgoing_text WHERE state = ? ORDER BY id",
                                {TextState::sending}, read_as<TextId>);
        for (const TextId id : ids) {
            change_state(session, id,
                         {.to = TextState::unknown,
                          .now = now,
                          .not_before = now,
                          .reason = "Send Text stopped before the carrier answered."});
        }
        return static_cast<std::int64_t>(ids.size());
    });
}

void OutboxStore::accepted(TextId text_id, const std::string& carrier_message_id, TimePoint now,
                           Milliseconds batch_window) {
    database_.transaction([&](Poco::Data::Session& session) {
        if (exists(session,
                   "SELECT 1 FROM outgoing_text WHERE id = ? AND state = ? AND carrier_message_id = ?",
                   {text_id, TextState::accepted, carrier_message_id})) {
            return;
        }
        const bool was_said_to_be = was_decided_meanwhile(session, text_id, TextState::accepted);
        if (!was_said_to_be) change_state(session, text_id, {.to = TextState::accepted, .now = now});
        execute(session,
                "UPDATE outgoing_text SET carrier_message_id = nullif(?, '') "
                "WHERE id = ? AND (? = 0 OR carrier_message_id IS NULL)",
                {carrier_message_id, text_id, was_said_to_be ? 1 : 0});
        found_decided(session, text_id, carrier_message_id);
        if (!was_said_to_be) join_batch(session, text_id, now, batch_window);
    });
}

void OutboxStore::rejected(TextId text_id, const std::string& reason, TimePoint now,
                           Milliseconds batch_window) {
    database_.transaction([&](Poco::Data::Session& session) {
        change_state(session, text_id, {.to = TextState::rejected, .now = now, .reason = reason});
        join_batch(session, text_id, now, batch_window);
    });
}

void OutboxStore::put_back(TextId text_id, TimePoint not_before, const std::string& reason, TimePoint now) {
    database_.transaction([&](Poco::Data::Session& session) {
        if (was_decided_meanwhile(session, text_id, TextState::queued)) return;
        if (state_of(session, text_id) == TextState::unknown)
            set_look(session, text_id, Look::before_leaving);
        change_state(session, text_id,
                     {.to = TextState::queued, .now = now, .not_before = not_before, .reason = reason});
    });
}

void OutboxStore::answer_lost(TextId text_id, TimePoint ask_not_before, const std::string& reason,
                              TimePoint now) {
    database_.transaction([&](Poco::Data::Session& session) {
        if (was_decided_meanwhile(session, text_id, TextState::unknown)) return;
        change_state(session, text_id,
                     {.to = TextState::unknown, .now = now, .not_before = ask_not_before, .reason = reason});
    });
}

void OutboxStore::hold_for_person(TextId text_id, const std::string& reason, TimePoint now) {
    database_.transaction([&](Poco::Data::Session& session) {
        if (was_decided_meanwhile(session, text_id, TextState::held)) return;
        give_to_person(session, text_id, reason, now);
    });
}

std::optional<RequestId> OutboxStore::record_progress(const LineId& line,
                                                      const std::string& carrier_message_id, TextState state,
                                                      const std::string& reason, TimePoint now) {
    if (!may_become(TextState::accepted, state)) {
        throw std::invalid_argument(std::string("An accepted text does not become ") + name_of(state) + ".");
    }
    return in_transaction(database_, [&](Poco::Data::Session& session) {
        std::optional<RequestId> request_id;
        const auto texts = select(session,
                                  "SELECT id, request_id FROM outgoing_text WHERE line = ? AND "
                                  "carrier_message_id = ? AND state = ?",
                                  {line, carrier_message_id, TextState::accepted}, [](Row& row) {
                                      return std::pair{row.as<TextId>(), row.as<RequestId>()};
                                  });
        for (const auto& [id, request] : texts) {
            request_id = request;
            change_state(session, id, {.to = state, .now = now, .reason = reason});
            if (state == TextState::failed)
                execute(session, "INSERT INTO untold_failure (text_id, failed_ms) VALUES (?, ?)", {id, now});
        }
        return request_id;
    });
}

std::vector<UnreportedFailure> OutboxStore::unreported_failures() const {
    return in_transaction(database_, [&](Poco::Data::Session& session) {
        std::vector<UnreportedFailure> failures =
            select(session,
                   "SELECT t.id, t.request_id, r.rep_id, t.number, coalesce(t.body, r.body), t.reason "
                   "FROM untold_failure f JOIN outgoing_text t ON t.id = f.text_id "
                   "JOIN send_request r ON r.id = t.request_id ORDER BY f.failed_ms, t.id",
                   {}, [](Row& row) {
                       return UnreportedFailure{.text_id = row.as<TextId>(),
                                                .request_id = row.as<RequestId>(),
                                                .rep_id = row.integer(),
                                                .number = row.number(),
                                                .body = row.text(),
                                                .reason = row.text()};
                   });
        for (UnreportedFailure& failure : failures) {
            failure.records = select(session,
                                     "SELECT record_kind, record_id FROM text_record WHERE text_id = ? "
                                     "ORDER BY record_kind, record_id",
                                     {failure.text_id}, read_record);
        }
        return failures;
    });
}

void OutboxStore::mark_failures_reported(std::span<const UnreportedFailure> failures) {
    database_.transaction([&](Poco::Data::Session& session) {
        for (const UnreportedFailure& failure : failures)
            execute(session, "DELETE FROM untold_failure WHERE text_id = ?", {failure.text_id});
    });
}

}  // namespace send_text
