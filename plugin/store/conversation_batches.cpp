// The batches of conversations, from closing to logging.

#include <algorithm>
#include <utility>

#include "core/clock.hpp"
#include "core/time.hpp"
#include "model/line_id.hpp"
#include "store/batches.hpp"
#include "store/conversation_store.hpp"
#include "store/query.hpp"

namespace send_text {
namespace {

struct Said {
    ConversationEntry entry;
    TimePoint filed_at{};     ///< when it was heard of, of what the carrier lists; no_time: a text of ours
    std::int64_t rep_id = 0;  ///< of one of the office
};

/// How far the time of a carrier's list may be off: it has whole seconds, and how its clock differs from ours
/// is known to a second.
constexpr Milliseconds carrier_time_slack = std::chrono::seconds(2);

/// Puts a message after the texts that it may answer: by the two clocks it may have come a moment before
/// them, but it was heard of when they had left.
void order_by_cause(std::vector<Said>& said) {
    for (Said& reply : said) {
        if (reply.entry.author != ConversationEntry::Author::person) continue;
        const TimePoint shown = reply.entry.at;
        for (const Said& text : said) {
            const TimePoint left = text.entry.at;
            if (text.filed_at != no_time || left > reply.filed_at || left - shown > carrier_time_slack)
                continue;
            reply.entry.at = std::max(reply.entry.at, left);
        }
    }
    std::stable_sort(said.begin(), said.end(), [](const Said& left, const Said& right) {
        return std::pair(left.entry.at, left.filed_at != no_time) <
               std::pair(right.entry.at, right.filed_at != no_time);
    });
}

/// Adds what was said. A text of ours stands where it left: its state may change much later.
void read_entries(Poco::Data::Session& session, ConversationBatch& batch) {
    std::vector<Said> said;
    for_each_row(
        session,
        "SELECT CASE WHEN t.sending_since_ms > 0 THEN t.sending_since_ms ELSE t.state_since_ms END AS at_ms,"
        " 1 AS source, t.id AS id, 0 AS inbound, r.rep_id, r.rep_name, coalesce(t.body, r.body), t.state, "
        "t.reason, 0, 0"
        " FROM outgoing_text t JOIN send_request r ON r.id = t.request_id WHERE t.batch_id = ?"
        // With a decision, it is what a text was before a person had it sent again: its sender's.
        " UNION ALL SELECT m.created_ms, CASE WHEN d.id IS NULL THEN 2 ELSE 1 END, m.id, m.inbound, "
        "coalesce(r.rep_id, 0), coalesce(r.rep_name, ''), m.body, ?, '', m.media, max(m.filed_ms, 1) FROM "
        "listed_message m"
        " LEFT JOIN text_decision d ON d.line = m.line AND d.number = m.number "
        "AND d.carrier_message_id = m.carrier_message_id"
        " LEFT JOIN outgoing_text t ON t.id = d.text_id LEFT JOIN send_request r ON r.id = t.request_id"
        " WHERE m.batch_id = ?"
        " ORDER BY at_ms, source, id",  // of the same time, the text before its reply
        {batch.id, TextState::accepted, batch.id}, [&](Row& row) {
            using Author = ConversationEntry::Author;
            ConversationEntry entry;
            entry.at = row.time();
            const bool ours = row.integer() == 1;
            row.integer();  // id
            const bool inbound = row.integer() != 0;
            entry.author = ours ? Author::rep : inbound ? Author::person : Author::other_application;
            const std::int64_t rep_id = row.integer();
            entry.rep_name = row.text();
            entry.body = row.text();
            entry.state = row.as<TextState>();
            entry.reason = row.text();
            entry.media = row.integer();
            said.push_back({.entry = std::move(entry), .filed_at = row.time(), .rep_id = rep_id});
        });
    order_by_cause(said);
    for (Said& one : said) {
        if (one.entry.author == ConversationEntry::Author::rep) batch.author_rep_id = one.rep_id;
        batch.entries.push_back(std::move(one.entry));
    }
}

/// A batch from before there were tokens keeps the key that it had.
std::string log_key(const std::string& store_id, std::int64_t batch_id, const std::string& token) {
    return "send-text-" + store_id + "-" + std::to_string(batch_id) + (token.empty() ? "" : "-" + token);
}

/// Throws StoreError when the batch cannot have been logged: it does not exist or is still open.
void check_was_closed(Poco::Data::Session& session, std::int64_t batch_id) {
    const auto state =
        select_integer(session, "SELECT state FROM conversation_batch WHERE id = ?", {batch_id});
    if (!state) {
        throw StoreError("There is no conversation batch " + std::to_string(batch_id) + " in the store.");
    }
    if (static_cast<BatchState>(*state) == BatchState::open) {
        throw StoreError("Conversation batch " + std::to_string(batch_id) +
                         " is still open and cannot have been logged. It was left as it is.");
    }
}

}  // namespace

void ConversationStore::close_passed(TimePoint now, Milliseconds batch_window, const ReadTo& read_to) {
    database_.transaction([&](Poco::Data::Session& session) {
        const auto lines =
            select(session, "SELECT DISTINCT line FROM conversation_batch WHERE state = ? AND opened_ms <= ?",
                   {BatchState::open, now - batch_window}, [](Row& row) { return row.line(); });
        for (const LineId& line : lines) {
            execute(
                session,
                "UPDATE conversation_batch SET state = ? WHERE state = ? AND line = ? AND opened_ms <= ?",
                {BatchState::closed, BatchState::open, line, std::min(now, read_to(line)) - batch_window});
        }
    });
}

void ConversationStore::close_all() {
    database_.transaction(close_open_batches);
}

void ConversationStore::close_of(const RecordRef& record) {
    database_.transaction([&](Poco::Data::Session& session) {
        execute(session,
                "UPDATE conversation_batch SET state = ? WHERE state = ? AND id IN ("
                "SELECT batch_id FROM batch_record WHERE record_kind = ? AND record_id = ?)",
                {BatchState::closed, BatchState::open, record.kind, record.id});
    });
}

std::vector<ConversationBatch> ConversationStore::unlogged(TimePoint now, std::int64_t limit) const {
    return in_transaction(database_, [&](Poco::Data::Session& session) {
        auto batches =
            select(session,
                   "SELECT id, line, number, opened_ms, log_attempts, log_token FROM conversation_batch "
                   "WHERE state = ? AND log_not_before_ms <= ? ORDER BY opened_ms, id LIMIT ?",
                   {BatchState::closed, now, limit}, [this](Row& row) {
                       ConversationBatch batch;
                       batch.id = row.integer();
                       batch.line = row.line();
                       batch.number = row.number();
                       batch.opened_at = row.time();
                       batch.log_attempts = row.integer();
                       batch.log_key = log_key(database_.store_id(), batch.id, row.text());
                       return batch;
                   });
        for (ConversationBatch& batch : batches) {
            batch.records = select(session,
                                   "SELECT record_kind, record_id FROM batch_record WHERE batch_id = ? "
                                   "ORDER BY record_kind, record_id",
                                   {batch.id}, read_record);
            read_entries(session, batch);
        }
        return batches;
    });
}

void ConversationStore::logged(std::int64_t batch_id, const std::string& message_id, TimePoint now) {
    database_.transaction([&](Poco::Data::Session& session) {
        check_was_closed(session, batch_id);
        execute(session,
                "UPDATE conversation_batch SET state = ?, message_id = ?, logged_ms = ?, log_reason = '' "
                "WHERE id = ? AND state = ?",
                {BatchState::logged, message_id, now, batch_id, BatchState::closed});
    });
}

void ConversationStore::log_failed(std::int64_t batch_id, TimePoint retry_not_before,
                                   const std::string& reason) {
    database_.transaction([&](Poco::Data::Session& session) {
        check_was_closed(session, batch_id);
        execute(session,
                "UPDATE conversation_batch SET log_attempts = log_attempts + 1, log_not_before_ms = ?, "
                "log_reason = ? WHERE id = ? AND state = ?",
                {retry_not_before, reason, batch_id, BatchState::closed});
    });
}

void ConversationStore::clock_was_set(Milliseconds by) {
    database_.transaction([&](Poco::Data::Session& session) {
        execute(session,
                "UPDATE conversation_batch SET log_not_before_ms = CASE WHEN log_not_before_ms + ? > 0 "
                "THEN log_not_before_ms + ? ELSE 0 END WHERE state = ? AND log_not_before_ms > 0",
                {by, by, BatchState::closed});
    });
}

void ConversationStore::wait_no_longer_than(TimePoint latest, TimePoint now) {
    database_.transaction([&](Poco::Data::Session& session) {
        execute(session,
                "UPDATE conversation_batch SET log_not_before_ms = ? WHERE state = ? "
                "AND log_not_before_ms > ?",
                {latest, BatchState::closed, latest});
        execute(session, "UPDATE conversation_batch SET opened_ms = ? WHERE state = ? AND opened_ms > ?",
                {now, BatchState::open, now});
    });
}

TimePoint ConversationStore::next_due_at(Milliseconds batch_window, TimePoint now) const {
    return in_transaction(database_, [&](Poco::Data::Session& session) {
        const auto first_opened_at = select_time(
            session, "SELECT min(opened_ms) FROM conversation_batch WHERE state = ? AND opened_ms > ?",
            {BatchState::open, now - batch_window});
        const auto first_retry_at =
            select_time(session, "SELECT min(log_not_before_ms) FROM conversation_batch WHERE state = ?",
                        {BatchState::closed});
        return std::min(first_opened_at ? *first_opened_at + batch_window : no_deadline,
                        first_retry_at.value_or(no_deadline));
    });
}

}  // namespace send_text
