#include "store/decided_texts.hpp"

#include <algorithm>
#include <cstdlib>
#include <utility>
#include <vector>

#include "model/folded_body.hpp"
#include "store/batches.hpp"
#include "store/query.hpp"
#include "store/text_rows.hpp"
#include "store/text_transition.hpp"

namespace send_text {
namespace {

constexpr Milliseconds clock_skew = std::chrono::minutes(10);
constexpr Milliseconds max_request = std::chrono::minutes(15);
constexpr Milliseconds doubtful = std::chrono::hours(26);  // a time without its zone, a clock that was set

/// A request to the carrier about a text, and a message that is listed since and may be what became of it.
struct Pair {
    const std::string& ours;
    const std::string& listed;
    TimePoint sent_at;
    TimePoint decided_at;
    TimePoint listed_at;
    bool is_surely_sent;  ///< somebody says so
};

/// How well they fit: the smaller, the better; nothing: not at all.
using Fit = std::pair<int, Milliseconds>;

/// Times are compared, but clocks may have been set since, or be wrong: what was surely sent, and is nobody's
/// else, is the text all the same.
std::optional<Fit> fit_of(const Pair& pair) {
    const Milliseconds after = pair.listed_at - pair.sent_at;
    const Milliseconds apart = std::chrono::abs(after);
    const bool is_about_then = after >= -clock_skew && after <= max_request;
    const auto [first, last] = std::minmax(pair.sent_at, pair.decided_at);
    const bool is_possible = pair.listed_at >= first - doubtful && pair.listed_at <= last + doubtful;
    if (folded_body(pair.ours) == folded_body(pair.listed)) {
        if (is_about_then) return Fit(0, apart);
        if (apart <= doubtful) return Fit(2, apart);
        if (pair.is_surely_sent) return Fit(4, apart);
    } else if (pair.is_surely_sent && may_be_altered(pair.ours, pair.listed)) {
        if (is_about_then) return Fit(1, apart);
        if (is_possible) return Fit(3, apart);
    }
    return std::nullopt;
}

struct OpenDecision {
    std::int64_t id;
    TextId text_id;
    TimePoint sent_at, decided_at;
    Decision decision;
    Sender who;
};

std::vector<OpenDecision> open_decisions(Poco::Data::Session& session, const ListedMessage& message) {
    return select(session,
                  "SELECT id, text_id, sent_ms, decided_ms, decision, rep_id, rep_name FROM text_decision "
                  "WHERE line = ? AND number = ? AND carrier_message_id = '' ORDER BY id",
                  {message.line, message.number}, [](Row& row) {
                      return OpenDecision{.id = row.integer(),
                                          .text_id = row.as<TextId>(),
                                          .sent_at = row.time(),
                                          .decided_at = row.time(),
                                          .decision = row.as<Decision>(),
                                          .who = {.rep_id = row.integer(), .name = row.text()}};
                  });
}

Text text_of(Poco::Data::Session& session, TextId text_id) {
    return select_texts(session, "t.id = ?", {text_id}).front();
}

/// An id that was found in the list: the carrier did not answer with it (TakenText).
void set_carrier_id(Poco::Data::Session& session, TextId text_id, const std::string& id) {
    execute(session, "UPDATE outgoing_text SET carrier_message_id = ?, look_from_request = 0 WHERE id = ?",
            {id, text_id});
}

void close_decision(Poco::Data::Session& session, std::int64_t decision_id, const std::string& id) {
    execute(session, "UPDATE text_decision SET carrier_message_id = ? WHERE id = ?", {id, decision_id});
}

bool is_in_open_batch(Poco::Data::Session& session, TextId text_id) {
    return exists(session,
                  "SELECT 1 FROM outgoing_text t JOIN conversation_batch b ON b.id = t.batch_id "
                  "WHERE t.id = ? AND b.state = ?",
                  {text_id, BatchState::open});
}

/// What did not count as sent was: it stands in the conversation as sent. Where "not sent" is logged already,
/// the truth comes with the next message.
void become_accepted(Poco::Data::Session& session, const Text& text, const std::string& carrier_message_id,
                     TimePoint now, Milliseconds batch_window) {
    change_state(session, text.id, {.to = TextState::accepted, .now = now});
    set_carrier_id(session, text.id, carrier_message_id);
    if (!is_in_open_batch(session, text.id)) join_batch(session, text.id, now, batch_window);
}

LateFinding::Then settle(Poco::Data::Session& session, const Text& text, const OpenDecision& decision,
                         const ListedMessage& message, TimePoint now, Milliseconds batch_window) {
    using Then = LateFinding::Then;
    const std::string& id = message.carrier_message_id;
    switch (text.state) {
        case TextState::sending:
        case TextState::unknown:
            return Then::not_known_yet;
        case TextState::queued:
        case TextState::held:
            become_accepted(session, text, id, now, batch_window);
            close_decision(session, decision.id, id);
            return Then::not_sent_again;
        case TextState::cancelled:
            become_accepted(session, text, id, now, batch_window);
            close_decision(session, decision.id, id);
            return Then::was_sent_though;
        case TextState::accepted:
        case TextState::delivered:
        case TextState::failed:
        case TextState::rejected:
            break;
    }
    close_decision(session, decision.id, id);
    if (text.state != TextState::accepted || !text.carrier_message_id.empty()) return Then::was_sent_twice;
    set_carrier_id(session, text.id, id);
    return Then::as_decided;
}

/// Puts the text where its filed message stood. A batch that is logged shows it already, if as another
/// application's: then it is not logged a second time.
void take_place_of(Poco::Data::Session& session, const Text& text, std::int64_t message_id,
                   std::optional<std::int64_t> batch_id, TimePoint now, Milliseconds batch_window) {
    execute(session, "DELETE FROM listed_message WHERE id = ?", {message_id});
    if (!batch_id) return join_batch(session, text.id, now, batch_window);
    execute(session, "UPDATE outgoing_text SET batch_id = ? WHERE id = ?", {*batch_id, text.id});
    execute(
        session,
        "INSERT INTO batch_record (batch_id, record_kind, record_id) "
        "SELECT b.id, r.record_kind, r.record_id FROM text_record r JOIN conversation_batch b ON b.id = ? "
        "WHERE r.text_id = ? AND b.state = ? ON CONFLICT DO NOTHING",
        {*batch_id, text.id, BatchState::open});
}

}  // namespace

TimePoint time_sent(const Text& text) {
    return text.sending_since > no_time ? text.sending_since : text.created_at;
}

std::optional<LateFinding> find_decided(Poco::Data::Session& session, const ListedMessage& message,
                                        TimePoint now, Milliseconds batch_window) {
    std::optional<Fit> best;
    std::optional<OpenDecision> decision;
    std::optional<Text> text;
    for (OpenDecision& open : open_decisions(session, message)) {
        // What was written after somebody decided is something else. But of what was sent the carrier has a
        // message, and its times may be wrong.
        const bool is_surely_sent = open.decision == Decision::was_sent;
        if (!is_surely_sent && message.created_at > open.decided_at + clock_skew) continue;
        Text about = text_of(session, open.text_id);
        const auto fit = fit_of({.ours = about.body,
                                 .listed = message.body,
                                 .sent_at = open.sent_at,
                                 .decided_at = open.decided_at,
                                 .listed_at = message.created_at,
                                 .is_surely_sent = is_surely_sent});
        if (!fit || (best && *best <= *fit)) continue;
        best = fit;
        decision = std::move(open);
        text = std::move(about);
    }
    if (!text) return std::nullopt;
    const LateFinding::Then then = settle(session, *text, *decision, message, now, batch_window);
    return LateFinding{.then = then, .text = *std::move(text), .decided_by = std::move(decision->who)};
}

std::string take_filed_message(Poco::Data::Session& session, const Text& text, bool is_surely_sent,
                               TimePoint now, Milliseconds batch_window) {
    struct Filed {
        std::int64_t id = 0;
        std::optional<std::int64_t> batch_id;
        std::string carrier_message_id, body;
        TimePoint created_at{};
    };
    std::optional<Fit> best;
    Filed filed;
    for_each_row(
        session,
        "SELECT m.id, m.batch_id, m.carrier_message_id, m.body, m.created_ms "
        "FROM listed_message m "
        "WHERE m.id > ? AND m.line = ? AND m.number = ? AND m.inbound = 0 AND NOT EXISTS (SELECT 1 FROM "
        "text_decision d WHERE d.line = m.line AND d.number = m.number "
        "AND d.carrier_message_id = m.carrier_message_id)",
        {text.look_from.filed, text.line, text.number}, [&](Row& row) {
            Filed candidate{.id = row.integer(),
                            .batch_id = row.maybe_integer(),
                            .carrier_message_id = row.text(),
                            .body = row.text(),
                            .created_at = row.time()};
            const auto fit = fit_of({.ours = text.body,
                                     .listed = candidate.body,
                                     .sent_at = time_sent(text),
                                     .decided_at = now,
                                     .listed_at = candidate.created_at,
                                     .is_surely_sent = is_surely_sent});
            if (!fit || (best && *best <= *fit)) return;
            best = fit;
            filed = std::move(candidate);
        });
    if (!best) return {};
    change_state(session, text.id, {.to = TextState::accepted, .now = now});
    set_carrier_id(session, text.id, filed.carrier_message_id);
    take_place_of(session, text, filed.id, filed.batch_id, now, batch_window);
    return filed.carrier_message_id;
}

bool is_decided(Poco::Data::Session& session, TextId text_id) {
    return exists(session,
                  "SELECT 1 FROM text_decision d JOIN outgoing_text t ON t.id = d.text_id "
                  "WHERE d.text_id = ? AND d.sent_ms = t.sending_since_ms",
                  {text_id});
}

void found_decided(Poco::Data::Session& session, TextId text_id, const std::string& carrier_message_id) {
    execute(session,
            "UPDATE text_decision SET carrier_message_id = ? WHERE text_id = ? AND carrier_message_id = '' "
            "AND sent_ms = (SELECT sending_since_ms FROM outgoing_text WHERE id = ?)",
            {carrier_message_id, text_id, text_id});
}

}  // namespace send_text
