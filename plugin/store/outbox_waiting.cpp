// What waits, for those who want to know and may stop it.

#include <map>
#include <utility>

#include "model/line_id.hpp"
#include "store/batches.hpp"
#include "store/outbox_store.hpp"
#include "store/query.hpp"
#include "store/text_rows.hpp"

namespace send_text {
namespace {

/// Whose the texts of a line are.
UndecidedGroup read_whose(Row& row, const LineId& line) {
    return {.request_id = row.as<RequestId>(),
            .line = line,
            .sender = {.rep_id = row.integer(), .name = row.text()},
            .created_at = row.time(),
            .owner = row.as<AccountOwner>(),
            .owner_id = row.integer()};
}

}  // namespace

std::vector<RequestId> OutboxStore::requests_waiting() const {
    return in_transaction(database_, [&](Poco::Data::Session& session) {
        return select(
            session,
            "SELECT DISTINCT request_id FROM outgoing_text WHERE state IN (?, ?, ?, ?) "
            "AND hold_reason <> ? ORDER BY request_id",
            {TextState::held, TextState::queued, TextState::sending, TextState::unknown, HoldReason::person},
            read_as<RequestId>);
    });
}

std::vector<WaitingGroup> OutboxStore::waiting(RequestId request_id) const {
    return in_transaction(database_, [&](Poco::Data::Session& session) {
        std::map<TextId, WaitingText*> by_id;
        std::map<LineId, std::vector<WaitingText>> texts;
        for_each_row(session,
                     "SELECT line, id, state, not_before_ms, number, reason FROM outgoing_text "
                     "WHERE request_id = ? AND state IN (?, ?, ?) AND hold_reason <> ? ORDER BY id",
                     {request_id, TextState::held, TextState::queued, TextState::unknown, HoldReason::person},
                     [&](Row& row) {
                         const LineId line = row.line();
                         texts[line].push_back({.id = row.as<TextId>(),
                                                .state = row.as<TextState>(),
                                                .not_before = row.time(),
                                                .number = row.number(),
                                                .reason = row.text()});
                     });
        std::vector<WaitingGroup> groups;
        for (auto& entry : texts) {
            const LineId& line = entry.first;
            std::vector<WaitingText>& of_line = entry.second;
            for_each_row(session,
                         "SELECT r.id, r.rep_id, r.rep_name, r.created_ms, coalesce(a.owner, f.owner, 0), "
                         "coalesce(a.owner_id, f.owner_id, 0) FROM send_request r "
                         "LEFT JOIN account a ON a.line = ? LEFT JOIN former_line f ON f.line = ? "
                         "WHERE r.id = ?",
                         {line, line, request_id}, [&](Row& row) {
                             groups.push_back({read_whose(row, line), std::move(of_line)});
                         });
        }
        for (WaitingGroup& group : groups) {
            group.whose.count = static_cast<std::int64_t>(group.texts.size());
            for (WaitingText& text : group.texts)
                by_id[text.id] = &text;
        }
        for_each_row(session,
                     "SELECT o.text_id, o.record_kind, o.record_id FROM outgoing_text t JOIN text_record o "
                     "ON o.text_id = t.id WHERE t.request_id = ? AND t.state IN (?, ?, ?)",
                     {request_id, TextState::held, TextState::queued, TextState::unknown}, [&](Row& row) {
                         const auto found = by_id.find(row.as<TextId>());
                         if (found != by_id.end()) found->second->records.push_back(read_record(row));
                     });
        return groups;
    });
}

std::vector<WaitingOwnedText> OutboxStore::waiting_texts(const std::vector<TextId>& text_ids) const {
    return in_transaction(database_, [&](Poco::Data::Session& session) {
        std::vector<WaitingOwnedText> waiting;
        for (const TextId id : text_ids) {
            for (Text& text : select_texts(
                     session, "t.id = ? AND t.state IN (?, ?, ?) AND t.hold_reason <> ?",
                     {id, TextState::held, TextState::queued, TextState::unknown, HoldReason::person})) {
                waiting.push_back({std::move(text),
                                   select(session,
                                          "SELECT record_kind, record_id FROM text_record WHERE text_id = ? "
                                          "ORDER BY record_kind, record_id",
                                          {id}, read_record)});
            }
        }
        return waiting;
    });
}

}  // namespace send_text
