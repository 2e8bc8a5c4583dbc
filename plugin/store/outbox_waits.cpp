// Who waits for texts, and which of them were tried.

#include "model/line_id.hpp"
#include "store/outbox_store.hpp"
#include "store/query.hpp"
#include "store/text_rows.hpp"

namespace send_text {
namespace {

std::vector<SenderCount> count_by_sender(Database& database, const std::string& condition, Values values) {
    return in_transaction(database, [&](Poco::Data::Session& session) {
        return select(session,
                      "SELECT r.rep_id, count(*) FROM outgoing_text t JOIN send_request r "
                      "ON r.id = t.request_id WHERE " +
                          condition + " GROUP BY r.rep_id ORDER BY r.rep_id",
                      values,
                      [](Row& row) { return SenderCount{.rep_id = row.integer(), .texts = row.integer()}; });
    });
}

TextInDoubt read_text_in_doubt(Row& row) {
    return {.text_id = row.as<TextId>(),
            .request_number = row.integer(),
            .rep_id = row.integer(),
            .reason = row.text()};
}

}  // namespace

/// Of one line without those that wait for an earlier text in doubt: that is told of by itself.
std::vector<SenderCount> OutboxStore::senders_waiting(const LineId& line) const {
    return count_by_sender(
        database_,
        "t.state = ? AND (? = '' OR t.line = ? AND NOT EXISTS (SELECT 1 FROM outgoing_text e "
        "WHERE e.line = t.line AND e.number = t.number AND e.id < t.id AND e.state IN (2, 3, 9) "
        "AND e.state = ?))",
        {TextState::queued, line, line, TextState::unknown});
}

std::vector<SenderCount> OutboxStore::senders_in_doubt(const LineId& line) const {
    return count_by_sender(
        database_,
        "t.line = ? AND (t.state = ? OR t.state = ? AND (t.must_be_looked_for > 0 OR EXISTS ("
        "SELECT 1 FROM outgoing_text e WHERE e.line = t.line AND e.number = t.number AND e.id < t.id "
        "AND e.state IN (2, 3, 9) AND e.state = ?)))",
        {line, TextState::unknown, TextState::queued, TextState::unknown});
}

std::vector<TextInDoubt> OutboxStore::texts_in_doubt(const LineId& line) const {
    return in_transaction(database_, [&](Poco::Data::Session& session) {
        return select(session,
                      "SELECT t.id, t.request_number, r.rep_id, t.reason FROM outgoing_text t "
                      "JOIN send_request r ON r.id = t.request_id WHERE t.line = ? "
                      "AND (t.state = ? OR t.state = ? AND t.must_be_looked_for > 0) ORDER BY t.id",
                      {line, TextState::unknown, TextState::queued}, read_text_in_doubt);
    });
}

std::vector<TextInDoubt> OutboxStore::held_for_person(RequestId request_id) const {
    return in_transaction(database_, [&](Poco::Data::Session& session) {
        return select(session,
                      "SELECT t.id, t.request_number, r.rep_id, t.reason FROM outgoing_text t "
                      "JOIN send_request r ON r.id = t.request_id WHERE t.request_id = ? AND t.state = ? "
                      "AND t.hold_reason = ? ORDER BY t.id",
                      {request_id, TextState::held, HoldReason::person}, read_text_in_doubt);
    });
}

std::vector<Text> OutboxStore::delayed_texts(const LineId& line) const {
    return in_transaction(database_, [&](Poco::Data::Session& session) {
        return select_texts(session,
                            "t.line = ? AND (t.state = ? OR t.state = ? AND t.not_before_ms > 0) "
                            "ORDER BY t.id",
                            {line, TextState::unknown, TextState::queued});
    });
}

std::int64_t OutboxStore::requests_begun() const {
    return in_transaction(database_, [&](Poco::Data::Session& session) {
        return select_integer(session, "SELECT requests_begun FROM store_identity").value_or(0);
    });
}

}  // namespace send_text
