#include "store/conversation_store.hpp"

#include <algorithm>
#include <stdexcept>

#include "model/text_state.hpp"
#include "store/batches.hpp"
#include "store/decided_texts.hpp"
#include "store/query.hpp"

namespace send_text {
namespace {

std::optional<TextId> latest_text(Poco::Data::Session& session, const LineId& line, const E164& number) {
    // A reply can come before the carrier's answer to the text that it replies to, or without any.
    return select_first(session,
                        "SELECT id FROM outgoing_text WHERE line = ? AND number = ? "
                        "AND (state IN (?, ?, ?, ?, ?) OR (state = ? AND hold_reason = ?)) "
                        "ORDER BY sending_since_ms DESC, id DESC LIMIT 1",
                        {line, number, TextState::sending, TextState::unknown, TextState::accepted,
                         TextState::delivered, TextState::failed, TextState::held, HoldReason::person},
                        read_as<TextId>);
}

bool is_text_of_ours(Poco::Data::Session& session, const ListedMessage& message) {
    if (message.carrier_message_id.empty()) {
        throw std::invalid_argument(
            "The carrier listed a message without an id, which cannot be told from its repeats.");
    }
    return exists(session, "SELECT 1 FROM outgoing_text WHERE line = ? AND carrier_message_id = ? LIMIT 1",
                  {message.line, message.carrier_message_id});
}

/// Returns whether it was new.
bool insert(Poco::Data::Session& session, const ListedMessage& message, const std::vector<RecordRef>& records,
            TimePoint now, Milliseconds batch_window) {
    const auto id = select_integer(
        session,
        "INSERT INTO listed_message (line, number, carrier_message_id, inbound, body, created_ms, media, "
        "filed_ms) VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING RETURNING id",
        {message.line, message.number, message.carrier_message_id, message.inbound, message.body,
         message.created_at, message.media, now});
    if (!id) return false;
    if (records.empty()) return true;
    // What is filed late belongs where it was said: the plug-in was off, or the carrier could not be read.
    const TimePoint said_at = std::min(message.created_at, now);
    const auto open = open_batch(session, message.line, message.number, said_at, batch_window);
    const auto batch =
        open ? *open : open_or_new_batch(session, message.line, message.number, now, batch_window);
    execute(session, "UPDATE listed_message SET batch_id = ? WHERE id = ?", {batch, *id});
    const auto merged = merged_records(session);  // since the message was routed
    for (const RecordRef& record : records) {
        const auto survivor = merged.find(record);
        const RecordRef& owner = survivor == merged.end() ? record : survivor->second;
        execute(session,
                "INSERT INTO batch_record (batch_id, record_kind, record_id) VALUES (?, ?, ?) "
                "ON CONFLICT DO NOTHING",
                {batch, owner.kind, owner.id});
    }
    return true;
}

}  // namespace

ConversationStore::ConversationStore(Database& database) : database_(database) {}

bool ConversationStore::add(const ListedMessage& message, const std::vector<RecordRef>& records,
                            TimePoint now, Milliseconds batch_window) {
    return in_transaction(database_, [&](Poco::Data::Session& session) {
        return !is_text_of_ours(session, message) && insert(session, message, records, now, batch_window);
    });
}

std::optional<LateFinding> ConversationStore::add_outbound(const ListedMessage& message,
                                                           const std::vector<RecordRef>& records,
                                                           TimePoint now, Milliseconds batch_window) {
    return in_transaction(database_, [&](Poco::Data::Session& session) -> std::optional<LateFinding> {
        if (is_text_of_ours(session, message)) return std::nullopt;
        auto finding = find_decided(session, message, now, batch_window);
        const bool is_another = !finding || finding->then == LateFinding::Then::was_sent_twice;
        if (is_another && !records.empty()) insert(session, message, records, now, batch_window);
        return finding;
    });
}

bool ConversationStore::has_message(const LineId& line, const std::string& carrier_message_id) const {
    return in_transaction(database_, [&](Poco::Data::Session& session) {
        return exists(session,
                      "SELECT 1 FROM listed_message WHERE line = ? AND carrier_message_id = ? UNION ALL "
                      "SELECT 1 FROM earlier_message WHERE line = ? AND carrier_message_id = ?",
                      {line, carrier_message_id, line, carrier_message_id});
    });
}

std::optional<std::int64_t> ConversationStore::filed_number(const LineId& line,
                                                            const std::string& carrier_message_id) const {
    return in_transaction(database_, [&](Poco::Data::Session& session) {
        return select_integer(session,
                              "SELECT max(number) FROM (SELECT id AS number FROM listed_message "
                              "WHERE line = ? AND carrier_message_id = ? UNION ALL "
                              "SELECT 0 FROM earlier_message WHERE line = ? AND carrier_message_id = ?)",
                              {line, carrier_message_id, line, carrier_message_id});
    });
}

std::vector<ListedMessage> ConversationStore::filed_as_others(const LineId& line, const E164& number,
                                                              std::int64_t after) const {
    return in_transaction(database_, [&](Poco::Data::Session& session) {
        return select(session,
                      "SELECT line, number, carrier_message_id, inbound, body, created_ms FROM "
                      "listed_message WHERE id > ? AND line = ? AND number = ? AND inbound = 0 ORDER BY id",
                      {after, line, number}, [](Row& row) {
                          return ListedMessage{.line = row.line(),
                                               .number = row.number(),
                                               .carrier_message_id = row.text(),
                                               .inbound = row.integer() != 0,
                                               .body = row.text(),
                                               .created_at = row.time()};
                      });
    });
}

std::vector<RecordRef> ConversationStore::owners_of_latest_text(const LineId& line,
                                                                const E164& number) const {
    return in_transaction(database_, [&](Poco::Data::Session& session) {
        return select(session,
                      "SELECT record_kind, record_id FROM text_record WHERE text_id = ? "
                      "ORDER BY record_kind, record_id",
                      {latest_text(session, line, number).value_or(no_text)}, read_record);
    });
}

std::optional<LineId> ConversationStore::latest_line(const E164& number,
                                                     const std::set<LineId>& lines) const {
    return in_transaction(database_, [&](Poco::Data::Session& session) {
        std::optional<LineId> latest;
        for_each_row(
            session,
            "SELECT line FROM conversation_batch WHERE number = ? GROUP BY line ORDER BY max(id) DESC",
            {number}, [&](Row& row) {
                const LineId line = row.line();
                if (!latest && lines.contains(line)) latest = line;
            });
        return latest;
    });
}

std::vector<ConversationStore::OwnedBatch> ConversationStore::owned_batches(
    std::int64_t from_batch_id) const {
    return in_transaction(database_, [&](Poco::Data::Session& session) {
        return select(session,
                      "SELECT b.id, b.line, r.record_kind, r.record_id FROM conversation_batch b "
                      "JOIN batch_record r ON r.batch_id = b.id WHERE b.id >= ? ORDER BY b.id",
                      {from_batch_id}, [](Row& row) {
                          return OwnedBatch{row.integer(), row.line(), read_record(row)};
                      });
    });
}

std::int64_t ConversationStore::oldest_open_batch() const {
    return in_transaction(database_, [&](Poco::Data::Session& session) {
        const auto open = select_integer(session, "SELECT min(id) FROM conversation_batch WHERE state = ?",
                                         {BatchState::open});
        if (open) return *open;
        return select_integer(session, "SELECT max(id) FROM conversation_batch").value_or(0) + 1;
    });
}

std::optional<Sender> ConversationStore::latest_sender(const LineId& line, const E164& number) const {
    return in_transaction(database_, [&](Poco::Data::Session& session) {
        return select_first(session,
                            "SELECT r.rep_id, r.rep_name FROM outgoing_text t "
                            "JOIN send_request r ON r.id = t.request_id WHERE t.id = ?",
                            {latest_text(session, line, number).value_or(no_text)},
                            [](Row& row) { return Sender{.rep_id = row.integer(), .name = row.text()}; });
    });
}

void ConversationStore::merge(const RecordRef& loser, const RecordRef& survivor) {
    if (loser == survivor) return;
    database_.transaction([&](Poco::Data::Session& session) {
        execute(session,
                "INSERT INTO merged_record (record_kind, record_id, survivor_kind, survivor_id) "
                "VALUES (?, ?, ?, ?) ON CONFLICT (record_kind, record_id) DO UPDATE SET "
                "survivor_kind = excluded.survivor_kind, survivor_id = excluded.survivor_id",
                {loser.kind, loser.id, survivor.kind, survivor.id});
        execute(session,
                "UPDATE merged_record SET survivor_kind = ?, survivor_id = ? "
                "WHERE survivor_kind = ? AND survivor_id = ?",
                {survivor.kind, survivor.id, loser.kind, loser.id});
        execute(session, "DELETE FROM merged_record WHERE record_kind = ? AND record_id = ?",
                {survivor.kind, survivor.id});
        execute(session,
                "INSERT INTO text_record (text_id, record_kind, record_id) SELECT text_id, ?, ? "
                "FROM text_record WHERE record_kind = ? AND record_id = ? ON CONFLICT DO NOTHING",
                {survivor.kind, survivor.id, loser.kind, loser.id});
        execute(session,
                "INSERT INTO batch_record (batch_id, record_kind, record_id) SELECT batch_id, ?, ? "
                "FROM batch_record WHERE record_kind = ? AND record_id = ? ON CONFLICT DO NOTHING",
                {survivor.kind, survivor.id, loser.kind, loser.id});
        for (const char* const table : {"text_record", "batch_record"}) {
            execute(session, std::string("DELETE FROM ") + table + " WHERE record_kind = ? AND record_id = ?",
                    {loser.kind, loser.id});
        }
    });
}

void ConversationStore::forget(const RecordRef& record, TimePoint now) {
    database_.transaction([&](Poco::Data::Session& session) {
        execute(session,
                "UPDATE conversation_batch SET state = ?, logged_ms = ? WHERE state IN (?, ?) AND id IN ("
                "SELECT batch_id FROM batch_record WHERE record_kind = ? AND record_id = ?) AND NOT EXISTS ("
                "SELECT 1 FROM batch_record other WHERE other.batch_id = conversation_batch.id "
                "AND NOT (other.record_kind = ? AND other.record_id = ?))",
                {BatchState::logged, now, BatchState::open, BatchState::closed, record.kind, record.id,
                 record.kind, record.id});
        for (const char* const table : {"text_record", "batch_record"}) {
            execute(session, std::string("DELETE FROM ") + table + " WHERE record_kind = ? AND record_id = ?",
                    {record.kind, record.id});
        }
    });
}

std::int64_t ConversationStore::unassigned_count() const {
    return in_transaction(database_, [&](Poco::Data::Session& session) {
        return *select_integer(session,
                               "SELECT count(*) FROM listed_message WHERE batch_id IS NULL AND inbound = 1");
    });
}

}  // namespace send_text
