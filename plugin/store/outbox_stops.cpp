// Texts that a person does not want sent any more.

#include "core/pluralize.hpp"
#include "core/time.hpp"
#include "store/audit_store.hpp"
#include "store/outbox_store.hpp"
#include "store/query.hpp"
#include "store/text_transition.hpp"

namespace send_text {
namespace {

/// They join no conversation: nothing happened between the line and the number.
void cancel(Poco::Data::Session& session, RequestId request_id, const std::vector<TextId>& text_ids,
            const Sender& who, TimePoint now) {
    const std::string reason =
        "Stopped by " + (who.name.empty() ? "a person" : who.name) + " before it left.";
    for (const TextId id : text_ids)
        change_state(session, id, {.to = TextState::cancelled, .now = now, .reason = reason});
    add_audit_entry(session, {.at = now,
                              .who = who,
                              .action = "send.stop",
                              .subject = pluralize(text_ids.size(), "text", "texts"),
                              .request_id = request_id,
                              .outcome = name_of(TextState::cancelled)});
}

}  // namespace

std::int64_t OutboxStore::stop(RequestId request_id, const Sender& who, TimePoint now) {
    return in_transaction(database_, [&](Poco::Data::Session& session) {
        const auto ids =
            select(session,
                   "SELECT id FROM outgoing_text WHERE request_id = ? AND (state = ? OR state = ? AND "
                   "hold_reason = ?) ORDER BY id",
                   {request_id, TextState::queued, TextState::held, HoldReason::hours}, read_as<TextId>);
        if (!ids.empty()) cancel(session, request_id, ids, who, now);
        return static_cast<std::int64_t>(ids.size());
    });
}

std::int64_t OutboxStore::stop_asked(RequestId request_id, const Sender& who, TimePoint now,
                                     Milliseconds batch_window) {
    const auto ids = in_transaction(database_, [&](Poco::Data::Session& session) {
        return select(session,
                      "SELECT id FROM outgoing_text WHERE request_id = ? AND state = ? AND hold_reason <> ? "
                      "ORDER BY id",
                      {request_id, TextState::unknown, HoldReason::person}, read_as<TextId>);
    });
    return stop_asked_texts(ids, who, now, batch_window);
}

std::map<RequestId, std::int64_t> OutboxStore::stop_texts(const std::vector<TextId>& text_ids,
                                                          const Sender& who, TimePoint now,
                                                          Milliseconds batch_window) {
    std::map<RequestId, std::int64_t> stopped;
    std::map<RequestId, std::vector<TextId>> asked;
    database_.transaction([&](Poco::Data::Session& session) {
        stopped.clear();
        asked.clear();
        std::map<RequestId, std::vector<TextId>> waiting;
        for (const TextId id : text_ids) {
            for_each_row(session, "SELECT request_id, state, hold_reason FROM outgoing_text WHERE id = ?",
                         {id}, [&](Row& row) {
                             const auto request_id = row.as<RequestId>();
                             const auto state = row.as<TextState>();
                             const auto hold = row.as<HoldReason>();
                             if (state == TextState::queued ||
                                 (state == TextState::held && hold == HoldReason::hours)) {
                                 waiting[request_id].push_back(id);
                             } else if (state == TextState::unknown && hold != HoldReason::person) {
                                 asked[request_id].push_back(id);
                             }
                         });
        }
        for (const auto& [request_id, ids] : waiting) {
            cancel(session, request_id, ids, who, now);
            stopped[request_id] += static_cast<std::int64_t>(ids.size());
        }
    });
    for (const auto& [request_id, ids] : asked)
        stopped[request_id] += stop_asked_texts(ids, who, now, batch_window);
    return stopped;
}

/// As a person decides about a text of which nobody knows: should the carrier turn out to have it, they hear
/// of it.
std::int64_t OutboxStore::stop_asked_texts(const std::vector<TextId>& text_ids, const Sender& who,
                                           TimePoint now, Milliseconds batch_window) {
    if (text_ids.empty()) return 0;
    database_.transaction([&](Poco::Data::Session& session) {
        for (const TextId id : text_ids) {
            execute(session, "UPDATE outgoing_text SET hold_reason = ? WHERE id = ? AND state = ?",
                    {HoldReason::person, id, TextState::unknown});
        }
    });
    return decide(text_ids, Decision::do_not_send, who, now, batch_window).decided;
}

}  // namespace send_text
