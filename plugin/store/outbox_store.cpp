#include "store/outbox_store.hpp"

#include <algorithm>
#include <set>
#include <stdexcept>

#include "core/clock.hpp"
#include "core/counted.hpp"
#include "store/audit_store.hpp"
#include "store/batches.hpp"
#include "store/query.hpp"
#include "store/text_rows.hpp"
#include "store/text_transition.hpp"

namespace send_text {
namespace {

void insert_texts(Poco::Data::Session& session, std::int64_t request_id, const SendRequest& request,
                  std::int64_t now_ms) {
    std::vector<std::vector<Value>> rows;
    rows.reserve(request.texts.size());
    for (const OutgoingText& text : request.texts) {
        const std::int64_t send_batch = static_cast<std::int64_t>(rows.size()) / largest_batch;
        rows.push_back({request_id, text.line, text.number, TextState::queued, now_ms, text.body,
                        text.segments, send_batch});
    }
    execute_each(
        session,
        "INSERT INTO outgoing_text (request_id, line, number, state, state_since_ms, body, segments, "
        "send_batch) VALUES (?, ?, ?, ?, ?, nullif(?, ''), ?, ?)",
        rows);
}

void insert_owners(Poco::Data::Session& session, std::int64_t request_id, const SendRequest& request) {
    const std::vector<std::int64_t> ids =
        select(session, "SELECT id FROM outgoing_text WHERE request_id = ? ORDER BY id", {request_id},
               [](Row& row) { return row.integer(); });
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

AuditEntry audit_entry_of(std::int64_t request_id, const SendRequest& request, std::int64_t now_ms) {
    const std::string& line = request.texts.front().line;
    const bool is_one_line = std::all_of(request.texts.begin(), request.texts.end(),
                                         [&](const OutgoingText& text) { return text.line == line; });
    return {.at_ms = now_ms,
            .who = request.sender,
            .action = "send",
            .subject = counted(request.texts.size(), "text", "texts"),
            .line = is_one_line ? line : std::string(),
            .request_id = request_id,
            .outcome = name_of(TextState::queued)};
}

/// Who insists on a number that is not known to be in service is to be found later.
void add_audit_entries_of_insisted(Poco::Data::Session& session, std::int64_t request_id,
                                   const SendRequest& request, std::int64_t now_ms) {
    for (const OutgoingText& text : request.texts) {
        if (!text.is_insisted) continue;
        add_audit_entry(session, {.at_ms = now_ms,
                                  .who = request.sender,
                                  .action = "send.insist",
                                  .line = text.line,
                                  .number = text.number,
                                  .request_id = request_id,
                                  .outcome = name_of(TextState::queued),
                                  .detail = "not known to be in service"});
    }
}

/// The queued text that leaves next. One that was put back has had its turn already. Both queries read one
/// row of the index text_by_due_time.
std::optional<std::int64_t> id_of_next(Poco::Data::Session& session, const std::string& line,
                                       std::int64_t now_ms) {
    const auto put_back =
        select_integer(session,
                       "SELECT id FROM outgoing_text WHERE state = ? AND line = ? AND not_before_ms > 0 "
                       "AND not_before_ms <= ? ORDER BY not_before_ms, send_batch, id LIMIT 1",
                       {TextState::queued, line, now_ms});
    if (put_back) return put_back;
    return select_integer(session,
                          "SELECT id FROM outgoing_text WHERE state = ? AND line = ? AND not_before_ms = 0 "
                          "ORDER BY send_batch, id LIMIT 1",
                          {TextState::queued, line});
}

}  // namespace

OutboxStore::OutboxStore(Database& database) : database_(database) {}

std::int64_t OutboxStore::commit(const SendRequest& request, std::int64_t now_ms) {
    if (request.texts.empty()) throw std::invalid_argument("There is nobody to send the text to.");
    return in_transaction(database_, [&](Poco::Data::Session& session) {
        const std::int64_t request_id = *select_integer(
            session,
            "INSERT INTO send_request (body, rep_id, rep_name, created_ms) VALUES (?, ?, ?, ?) RETURNING id",
            {request.body, request.sender.rep_id, request.sender.name, now_ms});
        insert_texts(session, request_id, request, now_ms);
        insert_owners(session, request_id, request);
        add_audit_entry(session, audit_entry_of(request_id, request, now_ms));
        add_audit_entries_of_insisted(session, request_id, request, now_ms);
        return request_id;
    });
}

std::optional<Text> OutboxStore::next_to_leave(const std::string& line, std::int64_t now_ms) const {
    return in_transaction(database_, [&](Poco::Data::Session& session) -> std::optional<Text> {
        const auto id = id_of_next(session, line, now_ms);
        if (!id) return std::nullopt;
        return select_texts(session, "t.id = ?", {*id}).front();
    });
}

std::optional<Text> OutboxStore::claim(const std::string& line, std::int64_t now_ms,
                                       std::optional<std::int64_t> expected_id) {
    return in_transaction(database_, [&](Poco::Data::Session& session) -> std::optional<Text> {
        const auto id = id_of_next(session, line, now_ms);
        if (!id || *id != expected_id.value_or(*id)) return std::nullopt;
        change_state(session, *id, {.to = TextState::sending, .now_ms = now_ms});
        return select_texts(session, "t.id = ?", {*id}).front();
    });
}

std::vector<std::string> OutboxStore::lines_with_work() const {
    return in_transaction(database_, [&](Poco::Data::Session& session) {
        // From one line to the next, so that the texts of a line are not all read.
        std::set<std::string> lines;
        for (const TextState state : {TextState::queued, TextState::unknown}) {
            for (std::optional<std::string> line = ""; line;) {
                line = select_first(session,
                                    "SELECT line FROM outgoing_text WHERE state = ? AND line > ? "
                                    "ORDER BY line LIMIT 1",
                                    {state, *line}, [](Row& row) { return row.text(); });
                if (line) lines.insert(*line);
            }
        }
        return std::vector<std::string>(lines.begin(), lines.end());
    });
}

std::int64_t OutboxStore::next_due_ms(const std::string& line) const {
    return in_transaction(database_, [&](Poco::Data::Session& session) {
        std::int64_t due_ms = no_deadline_ms;
        for (const TextState state : {TextState::queued, TextState::unknown}) {
            const auto first_ms = select_integer(
                session, "SELECT min(not_before_ms) FROM outgoing_text WHERE state = ? AND line = ?",
                {state, line});
            due_ms = std::min(due_ms, first_ms.value_or(no_deadline_ms));
        }
        return due_ms;
    });
}

std::vector<Text> OutboxStore::unknown_texts(const std::string& line, std::int64_t now_ms) const {
    return in_transaction(database_, [&](Poco::Data::Session& session) {
        return select_texts(session, "t.state = ? AND t.line = ? AND t.not_before_ms <= ? ORDER BY t.id",
                            {TextState::unknown, line, now_ms});
    });
}

bool OutboxStore::has_carrier_message(const std::string& line, const std::string& carrier_message_id) const {
    return in_transaction(database_, [&](Poco::Data::Session& session) {
        return finds(session, "SELECT 1 FROM outgoing_text WHERE line = ? AND carrier_message_id = ? LIMIT 1",
                     {line, carrier_message_id});
    });
}

bool OutboxStore::may_be_ours(const std::string& line, const std::string& number) const {
    return in_transaction(database_, [&](Poco::Data::Session& session) {
        return finds(session,
                     "SELECT 1 FROM outgoing_text WHERE state IN (?, ?) AND line = ? AND number = ? LIMIT 1",
                     {TextState::sending, TextState::unknown, line, number});
    });
}

}  // namespace send_text
