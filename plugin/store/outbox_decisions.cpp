// What people decide about texts of which it cannot be told whether they were sent.

#include <algorithm>

#include "core/time.hpp"
#include "model/line_id.hpp"
#include "store/audit_store.hpp"
#include "store/batches.hpp"
#include "store/decided_texts.hpp"
#include "store/outbox_store.hpp"
#include "store/query.hpp"
#include "store/text_rows.hpp"
#include "store/text_transition.hpp"

namespace send_text {
namespace {

constexpr std::size_t texts_at_once = 200;  // in one transaction: others want the store too

TextState state_after(Decision decision) {
    switch (decision) {
        case Decision::was_sent:
            return TextState::accepted;
        case Decision::send_again:
            return TextState::queued;
        case Decision::do_not_send:
            break;
    }
    return TextState::cancelled;
}

std::string describe(Decision decision) {
    switch (decision) {
        case Decision::was_sent:
            return "It was sent.";
        case Decision::send_again:
            return "It was not sent: send it again.";
        case Decision::do_not_send:
            break;
    }
    return "Do not send it.";
}

bool waits_for_person(const Text& text) {
    return text.hold_reason == HoldReason::person &&
           (text.state == TextState::held || text.state == TextState::unknown);
}

UndecidedGroup read_undecided_group(Row& row) {
    return {.request_id = row.as<RequestId>(),
            .line = row.line(),
            .sender = {.rep_id = row.integer(), .name = row.text()},
            .created_at = row.time(),
            .owner = row.as<AccountOwner>(),
            .owner_id = row.integer(),
            .count = row.integer()};
}

EarlierDecision earlier_decision(Poco::Data::Session& session, const Text& text) {
    EarlierDecision earlier{
        .text_id = text.id, .number = text.number, .decision = {}, .who = {}, .state = text.state};
    for_each_row(session,
                 "SELECT decision, rep_id, rep_name FROM text_decision WHERE text_id = ? "
                 "ORDER BY id DESC LIMIT 1",
                 {text.id}, [&](Row& row) {
                     earlier.decision = row.as<Decision>();
                     earlier.who = {.rep_id = row.integer(), .name = row.text()};
                 });
    return earlier;
}

void remember(Poco::Data::Session& session, const Text& text, Decision decision, const Sender& who,
              TimePoint now, const std::string& carrier_message_id) {
    execute(session,
            "INSERT INTO text_decision (text_id, line, number, sent_ms, decision, rep_id, rep_name, "
            "decided_ms, carrier_message_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            {text.id, text.line, text.number, time_sent(text), decision, who.rep_id, who.name, now,
             carrier_message_id});
}

void carry_out(Poco::Data::Session& session, const Text& text, Decision decision, const Sender& who,
               TimePoint now, Milliseconds batch_window) {
    const TextState state = state_after(decision);
    const std::string name = who.name.empty() ? "A person" : who.name;
    change_state(session, text.id,
                 {.to = state,
                  .now = now,
                  .reason = decision == Decision::do_not_send ? name + " decided not to send it." : ""});
    if (is_settled(state)) join_batch(session, text.id, now, batch_window);
    // Who wants it sent again has seen what the carrier lists: another look would only ask them again.
    execute(session, "UPDATE outgoing_text SET must_be_looked_for = 0 WHERE id = ?", {text.id});
}

void decide_one(Poco::Data::Session& session, TextId text_id, Decision decision, const Sender& who,
                TimePoint now, Milliseconds batch_window, DecisionResult& result) {
    const std::vector<Text> texts = select_texts(session, "t.id = ?", {text_id});
    if (texts.empty()) return;
    const Text& text = texts.front();
    if (!waits_for_person(text)) {
        result.earlier.push_back(earlier_decision(session, text));
        return;
    }
    const std::string taken_id =
        take_filed_message(session, text, decision == Decision::was_sent, now, batch_window);
    if (taken_id.empty()) carry_out(session, text, decision, who, now, batch_window);
    const bool is_found = !taken_id.empty() && decision != Decision::was_sent;
    remember(session, text, decision, who, now, taken_id);
    add_audit_entry(session,
                    {.at = now,
                     .who = who,
                     .action = "text.decide",
                     .line = text.line,
                     .number = text.number,
                     .request_id = text.request_id,
                     .text_id = text.id,
                     .outcome = name_of(state_of(session, text.id)),
                     .detail = describe(decision) +
                               (is_found ? " But it had been: the conversation has it already." : "")});
    ++result.decided;
    if (is_found) ++result.found_sent;
    ++result.by_request[text.request_id];
}

}  // namespace

bool may_decide(const Decider& who, const UndecidedGroup& group) {
    return who.is_administrator || who.rep_id == group.sender.rep_id ||
           (group.owner == AccountOwner::branch && who.branch_id == group.owner_id) ||
           (group.owner == AccountOwner::user && who.rep_id == group.owner_id);
}

std::set<RequestId> OutboxStore::offer_for_decision(const LineId& line, const std::string& reason) {
    return in_transaction(database_, [&](Poco::Data::Session& session) {
        std::set<RequestId> requests;
        for_each_row(session,
                     "UPDATE outgoing_text SET hold_reason = ?, reason = ? WHERE state = ? AND line = ? "
                     "AND hold_reason <> ? RETURNING request_id",
                     {HoldReason::person, reason, TextState::unknown, line, HoldReason::person},
                     [&](Row& row) { requests.insert(row.as<RequestId>()); });
        return requests;
    });
}

std::vector<UndecidedGroup> OutboxStore::undecided() const {
    return in_transaction(database_, [&](Poco::Data::Session& session) {
        // "hold_reason = 3" stands there as a number so that the partial index text_for_person is used.
        return select(
            session,
            "SELECT g.request_id, g.line, r.rep_id, r.rep_name, r.created_ms, "
            "coalesce(a.owner, f.owner, 0), coalesce(a.owner_id, f.owner_id, 0), g.texts "
            "FROM (SELECT request_id, line, count(*) AS texts FROM outgoing_text WHERE hold_reason = 3 "
            "GROUP BY request_id, line) g JOIN send_request r ON r.id = g.request_id "
            "LEFT JOIN account a ON a.line = g.line LEFT JOIN former_line f ON f.line = g.line "
            "ORDER BY g.request_id, g.line",
            {}, read_undecided_group);
    });
}

std::vector<TextId> OutboxStore::undecided_ids(const std::vector<UndecidedGroup>& groups) const {
    return in_transaction(database_, [&](Poco::Data::Session& session) {
        std::vector<TextId> ids;
        for (const UndecidedGroup& group : groups) {
            for_each_row(session,
                         "SELECT id FROM outgoing_text WHERE hold_reason = 3 AND request_id = ? AND line = ? "
                         "ORDER BY id",
                         {group.request_id, group.line}, [&](Row& row) { ids.push_back(row.as<TextId>()); });
        }
        return ids;
    });
}

std::vector<Text> OutboxStore::undecided_texts(const std::vector<TextId>& text_ids) const {
    return in_transaction(database_, [&](Poco::Data::Session& session) {
        std::vector<Text> texts;
        for (const TextId id : text_ids) {
            for (Text& text : select_texts(session, "t.id = ?", {id}))
                if (waits_for_person(text)) texts.push_back(std::move(text));
        }
        return texts;
    });
}

DecisionResult OutboxStore::decide(const std::vector<TextId>& text_ids, Decision decision, const Sender& who,
                                   TimePoint now, Milliseconds batch_window) {
    DecisionResult result;
    for (std::size_t begin = 0; begin < text_ids.size(); begin += texts_at_once) {
        const std::size_t end = std::min(begin + texts_at_once, text_ids.size());
        database_.transaction([&](Poco::Data::Session& session) {
            for (std::size_t index = begin; index < end; ++index)
                decide_one(session, text_ids[index], decision, who, now, batch_window, result);
        });
    }
    return result;
}

}  // namespace send_text
