// How far requests have come.

#include <algorithm>

#include "core/time.hpp"
#include "model/line_id.hpp"
#include "store/outbox_store.hpp"
#include "store/query.hpp"
#include "store/text_rows.hpp"

namespace send_text {
namespace {

/// The texts of a request that are in one state.
struct Group {
    TextState state;
    HoldReason hold_reason;
    std::int64_t count;
    std::int64_t put_back;  ///< of those: they were tried in vain
    std::int64_t last_batch;
    std::optional<std::int64_t> next_batch;  ///< of those that were never put back
};

Group read_group(Row& row) {
    return {.state = row.as<TextState>(),
            .hold_reason = row.as<HoldReason>(),
            .count = row.integer(),
            .put_back = row.integer(),
            .last_batch = row.integer(),
            .next_batch = row.maybe_integer()};
}

void add_group(RequestProgress& progress, const Group& group) {
    progress.total += group.count;
    progress.batches = std::max(progress.batches, group.last_batch + 1);
    if (!is_settled(group.state)) {
        progress.waiting += group.count;
    } else if (group.state == TextState::accepted || group.state == TextState::delivered) {
        progress.accepted += group.count;
    } else {
        progress.not_sent += group.count;
    }
    if (group.hold_reason == HoldReason::person) progress.undecided += group.count;
    switch (group.state) {
        case TextState::held:
            if (group.hold_reason != HoldReason::hours) break;
            progress.out_of_hours += group.count;
            progress.stoppable += group.count;
            break;
        case TextState::queued:
            progress.stoppable += group.count;
            progress.delayed += group.put_back;
            progress.batch = group.next_batch.value_or(group.last_batch) + 1;
            break;
        case TextState::unknown:
            (group.hold_reason == HoldReason::person ? progress.in_doubt : progress.being_asked) +=
                group.count;
            break;
        case TextState::failed:
            progress.undelivered += group.count;
            break;
        case TextState::cancelled:
            progress.cancelled += group.count;
            break;
        default:
            break;
    }
}

/// Where the last queued text of a request stands in its line.
struct Place {
    LineId line;
    std::int64_t send_batch;
    TextId text_id;
};

}  // namespace

RequestProgress OutboxStore::progress(RequestId request_id) const {
    return in_transaction(database_, [&](Poco::Data::Session& session) {
        RequestProgress progress;
        for_each_row(session,
                     "SELECT state, hold_reason, count(*), sum(CASE WHEN reason <> '' THEN 1 ELSE 0 END), "
                     "max(send_batch), "
                     "min(CASE WHEN not_before_ms = 0 THEN send_batch END) FROM outgoing_text "
                     "WHERE request_id = ? GROUP BY state, hold_reason",
                     {request_id}, [&](Row& row) { add_group(progress, read_group(row)); });
        return progress;
    });
}

RequestDelay OutboxStore::delay(RequestId request_id, TimePoint now) const {
    return in_transaction(database_, [&](Poco::Data::Session& session) {
        RequestDelay delay;
        std::optional<TimePoint> tried_at;
        for_each_row(
            session,
            "SELECT reason, state_since_ms FROM outgoing_text WHERE request_id = ? AND state IN (?, ?) "
            "AND reason <> '' ORDER BY state_since_ms DESC LIMIT 1",
            {request_id, TextState::queued, TextState::unknown}, [&](Row& row) {
                delay.reason = row.text();
                tried_at = row.time();
            });
        const std::optional<TimePoint> accepted_at = select_time(
            session, "SELECT max(state_since_ms) FROM outgoing_text WHERE request_id = ? AND state IN (?, ?)",
            {request_id, TextState::accepted, TextState::delivered});
        if (!tried_at && !accepted_at) {
            for_each_row(session,
                         "SELECT reason FROM outgoing_text WHERE state = ? AND line IN (SELECT line FROM "
                         "outgoing_text WHERE request_id = ? AND state = ?) AND not_before_ms > ? "
                         "AND reason <> '' ORDER BY state_since_ms DESC LIMIT 1",
                         {TextState::queued, request_id, TextState::queued, now},
                         [&](Row& row) { delay.reason = row.text(); });
        }
        delay.holds_all = !delay.reason.empty() && tried_at >= accepted_at;
        for_each_row(session,
                     "SELECT number, not_before_ms FROM outgoing_text WHERE request_id = ? AND state = ? "
                     "AND hold_reason = ? ORDER BY not_before_ms, id LIMIT 1",
                     {request_id, TextState::held, HoldReason::hours}, [&](Row& row) {
                         delay.first_number = row.number();
                         delay.first_leaves_at = row.time();
                     });
        delay.last_leaves_at = select_time(session,
                                           "SELECT max(not_before_ms) FROM outgoing_text WHERE "
                                           "request_id = ? AND state = ? AND hold_reason = ?",
                                           {request_id, TextState::held, HoldReason::hours})
                                   .value_or(no_time);
        return delay;
    });
}

std::vector<RequestId> OutboxStore::requests_under_way() const {
    return in_transaction(database_, [&](Poco::Data::Session& session) {
        return select(session,
                      "SELECT request_id FROM outgoing_text WHERE state IN (?, ?) AND hold_reason <> ? "
                      "GROUP BY request_id HAVING count(*) > 1 ORDER BY request_id",
                      {TextState::queued, TextState::held, HoldReason::person}, read_as<RequestId>);
    });
}

std::int64_t OutboxStore::segments_until_sent(RequestId request_id) const {
    return in_transaction(database_, [&](Poco::Data::Session& session) {
        const auto last_of_lines = select(
            session,
            "SELECT line, max(send_batch), max(id) FROM outgoing_text WHERE request_id = ? "
            "AND state = ? GROUP BY line",
            {request_id, TextState::queued}, [](Row& row) {
                return Place{.line = row.line(), .send_batch = row.integer(), .text_id = row.as<TextId>()};
            });
        std::int64_t max_segments = 0;
        for (const Place& last : last_of_lines) {
            const auto segments =
                select_integer(session,
                               "SELECT sum(segments) FROM outgoing_text WHERE state = ? "
                               "AND line = ? AND (send_batch, id) <= (?, ?)",
                               {TextState::queued, last.line, last.send_batch, last.text_id});
            max_segments = std::max(max_segments, segments.value_or(0));
        }
        return max_segments;
    });
}

std::int64_t OutboxStore::segments_before(const LineId& line, std::size_t texts) const {
    const std::int64_t last_batch = (static_cast<std::int64_t>(texts) - 1) / max_batch;
    return in_transaction(database_, [&](Poco::Data::Session& session) {
        return select_integer(
                   session,
                   "SELECT sum(segments) FROM outgoing_text WHERE state = ? AND line = ? AND send_batch <= ?",
                   {TextState::queued, line, last_batch})
            .value_or(0);
    });
}

std::vector<Text> OutboxStore::texts_of(RequestId request_id) const {
    return in_transaction(database_, [&](Poco::Data::Session& session) {
        return select_texts(session, "t.request_id = ? ORDER BY t.id", {request_id});
    });
}

std::vector<Text> OutboxStore::unsent_of(RequestId request_id, std::int64_t limit) const {
    return in_transaction(database_, [&](Poco::Data::Session& session) {
        return select_texts(session,
                            "t.request_id = ? AND (t.state IN (?, ?, ?) OR t.hold_reason = ?) "
                            "ORDER BY CASE t.state WHEN ? THEN 1 ELSE 0 END, t.id LIMIT ?",
                            {request_id, TextState::rejected, TextState::failed, TextState::cancelled,
                             HoldReason::person, TextState::cancelled, limit});
    });
}

Sender OutboxStore::sender_of(RequestId request_id) const {
    return in_transaction(database_, [&](Poco::Data::Session& session) {
        return select_first(session, "SELECT rep_id, rep_name FROM send_request WHERE id = ?", {request_id},
                            [](Row& row) { return Sender{.rep_id = row.integer(), .name = row.text()}; })
            .value_or(Sender());
    });
}

}  // namespace send_text
