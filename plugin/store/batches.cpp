#include "store/batches.hpp"

namespace send_text {

// A table of the session, in no file: whoever makes a batch has a session, but not what is random.
void name_run(Poco::Data::Session& session, const std::string& token) {
    execute(session, "CREATE TEMP TABLE this_run (token TEXT NOT NULL)");
    execute(session, "INSERT INTO temp.this_run (token) VALUES (?)", {token});
}

RecordRef read_record(Row& row) {
    const auto kind = row.as<RecordKind>();
    return {.kind = kind, .id = row.integer()};
}

std::map<RecordRef, RecordRef> merged_records(Poco::Data::Session& session) {
    std::map<RecordRef, RecordRef> survivors;
    for_each_row(session, "SELECT record_kind, record_id, survivor_kind, survivor_id FROM merged_record", {},
                 [&](Row& row) {
                     const RecordRef merged = read_record(row);
                     survivors[merged] = read_record(row);
                 });
    return survivors;
}

std::optional<std::int64_t> open_batch(Poco::Data::Session& session, const LineId& line, const E164& number,
                                       TimePoint now, Milliseconds batch_window) {
    // "state = 1" stands there as a number so that the partial index one_open_batch is used.
    execute(session,
            "UPDATE conversation_batch SET state = ? "
            "WHERE state = 1 AND line = ? AND number = ? AND opened_ms <= ?",
            {BatchState::closed, line, number, now - batch_window});
    return select_integer(session,
                          "SELECT id FROM conversation_batch WHERE state = 1 AND line = ? AND number = ?",
                          {line, number});
}

std::int64_t open_or_new_batch(Poco::Data::Session& session, const LineId& line, const E164& number,
                               TimePoint now, Milliseconds batch_window) {
    if (const auto open = open_batch(session, line, number, now, batch_window)) return *open;
    return *select_integer(session,
                           "INSERT INTO conversation_batch (line, number, state, opened_ms, log_token) "
                           "VALUES (?, ?, ?, ?, (SELECT token FROM temp.this_run)) RETURNING id",
                           {line, number, BatchState::open, now});
}

void close_open_batches(Poco::Data::Session& session) {
    execute(session, "UPDATE conversation_batch SET state = ? WHERE state = ?",
            {BatchState::closed, BatchState::open});
}

void join_batch(Poco::Data::Session& session, TextId text_id, TimePoint now, Milliseconds batch_window) {
    struct Conversation {
        LineId line;
        E164 number;
    };
    const auto [line, number] =
        *select_first(session, "SELECT line, number FROM outgoing_text WHERE id = ?", {text_id},
                      [](Row& row) { return Conversation{.line = row.line(), .number = row.number()}; });
    const bool owned = exists(session, "SELECT 1 FROM text_record WHERE text_id = ? LIMIT 1", {text_id});
    const auto batch = owned ? open_or_new_batch(session, line, number, now, batch_window)
                             : open_batch(session, line, number, now, batch_window);
    if (!batch) return;
    execute(session, "UPDATE outgoing_text SET batch_id = ? WHERE id = ?", {*batch, text_id});
    execute(session,
            "INSERT INTO batch_record (batch_id, record_kind, record_id) "
            "SELECT ?, record_kind, record_id FROM text_record WHERE text_id = ? ON CONFLICT DO NOTHING",
            {*batch, text_id});
}

}  // namespace send_text
