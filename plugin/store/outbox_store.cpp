#include "store/outbox_store.hpp"

#include <algorithm>
#include <stdexcept>

#include "core/pluralize.hpp"
#include "store/audit_store.hpp"
#include "store/batches.hpp"
#include "store/query.hpp"

namespace send_text {
namespace {

void insert_texts(Poco::Data::Session& session, RequestId request_id, const SendRequest& request,
                  TimePoint now) {
    std::vector<std::vector<Value>> rows;
    rows.reserve(request.texts.size());
    for (const OutgoingText& text : request.texts) {
        const std::int64_t send_batch = static_cast<std::int64_t>(rows.size()) / max_batch;
        rows.push_back({request_id, text.line, text.number, TextState::queued, now, text.body, text.segments,
                        send_batch});
    }
    execute_each(
        session,
        "INSERT INTO outgoing_text (request_id, line, number, state, state_since_ms, body, segments, "
        "send_batch) VALUES (?, ?, ?, ?, ?, nullif(?, ''), ?, ?)",
        rows);
}

void insert_owners(Poco::Data::Session& session, RequestId request_id, const SendRequest& request) {
    const std::vector<TextId> ids =
        select(session, "SELECT id FROM outgoing_text WHERE request_id = ? ORDER BY id", {request_id},
               read_as<TextId>);
    const auto merged = merged_records(session);  // since the records were looked up
    std::vector<std::vector<Value>> rows;
    rows.reserve(ids.size());
    for (std::size_t i = 0; i < ids.size(); ++i) {
        for (const RecordRef& record : request.texts[i].records) {
            const auto survivor = merged.find(record);
            const RecordRef& owner = survivor == merged.end() ? record : survivor->second;
            rows.push_back({ids[i], owner.kind, owner.id});
        }
    }
    execute_each(session,
                 "INSERT INTO text_record (text_id, record_kind, record_id) VALUES (?, ?, ?) "
                 "ON CONFLICT DO NOTHING",
                 rows);
}

AuditEntry audit_entry_of(RequestId request_id, const SendRequest& request, TimePoint now) {
    const LineId& line = request.texts.front().line;
    const bool is_one_line = std::all_of(request.texts.begin(), request.texts.end(),
                                         [&](const OutgoingText& text) { return text.line == line; });
    return {.at = now,
            .who = request.sender,
            .action = "send",
            .subject = pluralize(request.texts.size(), "text", "texts"),
            .line = is_one_line ? line : LineId(),
            .request_id = request_id,
            .outcome = name_of(TextState::queued)};
}

/// Who insists on a number that is not known to be in service is to be found later.
void add_audit_entries_of_insisted(Poco::Data::Session& session, RequestId request_id,
                                   const SendRequest& request, TimePoint now) {
    for (const OutgoingText& text : request.texts) {
        if (!text.is_insisted) continue;
        add_audit_entry(session, {.at = now,
                                  .who = request.sender,
                                  .action = "send.insist",
                                  .line = text.line,
                                  .number = text.number,
                                  .request_id = request_id,
                                  .outcome = name_of(TextState::queued),
                                  .detail = "not known to be in service"});
    }
}

}  // namespace

OutboxStore::OutboxStore(Database& database) : database_(database) {}

RequestId OutboxStore::commit(const SendRequest& request, TimePoint now,
                              const std::function<void(RequestId)>& about_to_commit) {
    if (request.texts.empty()) throw std::invalid_argument("There is nobody to send the text to.");
    return in_transaction(database_, [&](Poco::Data::Session& session) {
        const RequestId request_id = *select_first(
            session,
            "INSERT INTO send_request (body, rep_id, rep_name, created_ms) VALUES (?, ?, ?, ?) RETURNING id",
            {request.body, request.sender.rep_id, request.sender.name, now}, read_as<RequestId>);
        insert_texts(session, request_id, request, now);
        insert_owners(session, request_id, request);
        add_audit_entry(session, audit_entry_of(request_id, request, now));
        add_audit_entries_of_insisted(session, request_id, request, now);
        if (about_to_commit) about_to_commit(request_id);
        return request_id;
    });
}

bool OutboxStore::has_carrier_message(const LineId& line, const std::string& carrier_message_id) const {
    return in_transaction(database_, [&](Poco::Data::Session& session) {
        return exists(session,
                      "SELECT 1 FROM outgoing_text WHERE line = ? AND carrier_message_id = ? LIMIT 1",
                      {line, carrier_message_id});
    });
}

bool OutboxStore::may_be_ours(const LineId& line, const E164& number) const {
    return in_transaction(database_, [&](Poco::Data::Session& session) {
        return exists(
            session,
            "SELECT 1 FROM outgoing_text WHERE line = ? AND number = ? AND (state IN (?, ?) OR "
            "state IN (?, ?) AND must_be_looked_for > 0) LIMIT 1",
            {line, number, TextState::sending, TextState::unknown, TextState::queued, TextState::held});
    });
}

}  // namespace send_text
