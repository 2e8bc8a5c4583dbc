// Which text is next, and when.

#include <algorithm>
#include <set>

#include "core/clock.hpp"
#include "core/time.hpp"
#include "model/line_id.hpp"
#include "store/looking.hpp"
#include "store/outbox_store.hpp"
#include "store/query.hpp"
#include "store/text_rows.hpp"
#include "store/text_transition.hpp"

namespace send_text {
namespace {

/// Of the texts `t`: no earlier one from its line to its number is still on its way, so that none overtakes
/// another. One that waits for a person may do so for days, and may long have arrived: it keeps none back.
/// The states are queued, sending and unknown, in the words of the index unsettled_text.
constexpr const char* is_first_to_its_number =
    " AND NOT EXISTS (SELECT 1 FROM outgoing_text e WHERE e.line = t.line AND e.number = t.number "
    "AND e.id < t.id AND e.state IN (2, 3, 9)) ";

/// Nor does one leave that is yet to be looked for: 1 is Look::once.
std::string queued_texts(const std::string& columns, const std::string& condition) {
    return "SELECT " + columns + " FROM outgoing_text t WHERE t.state = ? AND t.line = ? AND " + condition +
           " AND t.must_be_looked_for <> 1" + is_first_to_its_number;
}

/// The queued text that leaves next. One that was put back has had its turn already. Both queries go along
/// the index text_by_due_time until the first that may leave.
std::optional<TextId> id_of_next(Poco::Data::Session& session, const LineId& line, TimePoint now) {
    const auto put_back = select_first(session,
                                       queued_texts("t.id", "t.not_before_ms > 0 AND t.not_before_ms <= ?") +
                                           "ORDER BY t.not_before_ms, t.send_batch, t.id LIMIT 1",
                                       {TextState::queued, line, now}, read_as<TextId>);
    if (put_back) return put_back;
    return select_first(session,
                        queued_texts("t.id", "t.not_before_ms = 0") + "ORDER BY t.send_batch, t.id LIMIT 1",
                        {TextState::queued, line}, read_as<TextId>);
}

}  // namespace

std::optional<Text> OutboxStore::next_to_send(const LineId& line, TimePoint now) const {
    return in_transaction(database_, [&](Poco::Data::Session& session) -> std::optional<Text> {
        const auto id = id_of_next(session, line, now);
        if (!id) return std::nullopt;
        return select_texts(session, "t.id = ?", {*id}).front();
    });
}

std::optional<Text> OutboxStore::claim(const LineId& line, TimePoint now, std::optional<TextId> expected_id,
                                       const NewRequest& request) {
    return in_transaction(database_, [&](Poco::Data::Session& session) -> std::optional<Text> {
        const auto id = id_of_next(session, line, now);
        if (!id || *id != expected_id.value_or(*id)) return std::nullopt;
        if (!request.was_looked_up && must_be_looked_for(session, *id)) return std::nullopt;
        change_state(session, *id, {.to = TextState::sending, .now = now});
        execute(session, "UPDATE store_identity SET requests_begun = requests_begun + 1");
        note_request(session, *id, request, now);
        return select_texts(session, "t.id = ?", {*id}).front();
    });
}

std::vector<LineId> OutboxStore::lines_with_work() const {
    return in_transaction(database_, [&](Poco::Data::Session& session) {
        // From one line to the next, so that the texts of a line are not all read.
        std::set<LineId> lines;
        for (const TextState state : {TextState::queued, TextState::unknown}) {
            for (std::optional<LineId> line = LineId(); line;) {
                line = select_first(session,
                                    "SELECT line FROM outgoing_text WHERE state = ? AND line > ? "
                                    "ORDER BY line LIMIT 1",
                                    {state, *line}, [](Row& row) { return row.line(); });
                if (line) lines.insert(*line);
            }
        }
        return std::vector<LineId>(lines.begin(), lines.end());
    });
}

TimePoint OutboxStore::next_send_at(const LineId& line) const {
    return in_transaction(database_, [&](Poco::Data::Session& session) {
        return select_time(session,
                           queued_texts("t.not_before_ms", "TRUE") + "ORDER BY t.not_before_ms LIMIT 1",
                           {TextState::queued, line})
            .value_or(no_deadline);
    });
}

TimePoint OutboxStore::next_ask_at(const LineId& line) const {
    return in_transaction(database_, [&](Poco::Data::Session& session) {
        // Of what an earlier run queued nothing leaves before.
        if (exists(session,
                   "SELECT 1 FROM outgoing_text WHERE must_be_looked_for > 0 AND line = ? AND state = ? "
                   "AND must_be_looked_for = ? LIMIT 1",
                   {line, TextState::queued, Look::once}))
            return no_time;
        return select_time(session,
                           "SELECT min(not_before_ms) FROM outgoing_text WHERE state = ? AND line = ?",
                           {TextState::unknown, line})
            .value_or(no_deadline);
    });
}

std::vector<Text> OutboxStore::unknown_texts(const LineId& line, TimePoint now) const {
    return in_transaction(database_, [&](Poco::Data::Session& session) {
        return select_texts(session, "t.state = ? AND t.line = ? AND t.not_before_ms <= ? ORDER BY t.id",
                            {TextState::unknown, line, now});
    });
}

void OutboxStore::clock_was_set(Milliseconds by) {
    database_.transaction([&](Poco::Data::Session& session) {
        execute(session,
                "UPDATE outgoing_text SET not_before_ms = CASE WHEN not_before_ms + ? > 0 "
                "THEN not_before_ms + ? ELSE 1 END WHERE state IN (?, ?) AND not_before_ms > 0",
                {by, by, TextState::queued, TextState::unknown});
    });
}

void OutboxStore::wait_no_longer_than(TimePoint latest) {
    database_.transaction([&](Poco::Data::Session& session) {
        execute(session,
                "UPDATE outgoing_text SET not_before_ms = ? WHERE state IN (?, ?) AND not_before_ms > ?",
                {latest, TextState::queued, TextState::unknown, latest});
    });
}

}  // namespace send_text
