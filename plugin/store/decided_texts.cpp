#include "store/decided_texts.hpp"

#include <algorithm>
#include <cstdlib>
#include <utility>
#include <vector>

#include "body/folded_body.hpp"
#include "store/batches.hpp"
#include "store/query.hpp"
#include "store/text_rows.hpp"
#include "store/text_transition.hpp"

namespace send_text {
namespace {

constexpr std::int64_t minute_ms = 60 * 1000;
constexpr std::int64_t clock_skew_ms = 10 * minute_ms;
constexpr std::int64_t max_request_ms = 15 * minute_ms;
constexpr std::int64_t doubtful_ms = 26 * 60 * minute_ms;  // a time without its zone, a clock that was set

/// A request to the carrier about a text, and a message that is listed since and may be what became of it.
struct Pair {
    const std::string& ours;
    const std::string& listed;
    std::int64_t sent_ms;
    std::int64_t decided_ms;
    std::int64_t listed_ms;
    bool is_surely_sent;  ///< somebody says so
};

/// How well they fit: the smaller, the better; nothing: not at all.
using Fit = std::pair<int, std::int64_t>;

/// Times are compared, but clocks may have been set since, or be wrong: what was surely sent, and is nobody's
/// else, is the text all the same.
std::optional<Fit> fit_of(const Pair& pair) {
    const std::int64_t after_ms = pair.listed_ms - pair.sent_ms;
    const std::int64_t apart_ms = std::llabs(after_ms);
    const bool is_about_then = after_ms >= -clock_skew_ms && after_ms <= max_request_ms;
    const auto [first_ms, last_ms] = std::minmax(pair.sent_ms, pair.decided_ms);
    const bool is_possible =
        pair.listed_ms >= first_ms - doubtful_ms && pair.listed_ms <= last_ms + doubtful_ms;
    if (folded_body(pair.ours) == folded_body(pair.listed)) {
        if (is_about_then) return Fit(0, apart_ms);
        if (apart_ms <= doubtful_ms) return Fit(2, apart_ms);
        if (pair.is_surely_sent) return Fit(4, apart_ms);
    } else if (pair.is_surely_sent && may_be_altered(pair.ours, pair.listed)) {
        if (is_about_then) return Fit(1, apart_ms);
        if (is_possible) return Fit(3, apart_ms);
    }
    return std::nullopt;
}

struct OpenDecision {
    std::int64_t id, text_id, sent_ms, decided_ms;
    Decision decision;
    Sender who;
};

std::vector<OpenDecision> open_decisions(Poco::Data::Session& session, const ListedMessage& message) {
    return select(session,
                  "SELECT id, text_id, sent_ms, decided_ms, decision, rep_id, rep_name FROM text_decision "
                  "WHERE line = ? AND number = ? AND carrier_message_id = '' ORDER BY id",
                  {message.line, message.number}, [](Row& row) {
                      return OpenDecision{.id = row.integer(),
                                          .text_id = row.integer(),
                                          .sent_ms = row.integer(),
                                          .decided_ms = row.integer(),
                                          .decision = row.as<Decision>(),
                                          .who = {.rep_id = row.integer(), .name = row.text()}};
                  });
}

Text text_of(Poco::Data::Session& session, std::int64_t text_id) {
    return select_texts(session, "t.id = ?", {text_id}).front();
}

/// An id that was found in the list: the carrier did not answer with it (TakenText).
void set_carrier_id(Poco::Data::Session& session, std::int64_t text_id, const std::string& id) {
    execute(session, "UPDATE outgoing_text SET carrier_message_id = ?, look_from_request = 0 WHERE id = ?",
            {id, text_id});
}

void close_decision(Poco::Data::Session& session, std::int64_t decision_id, const std::string& id) {
    execute(session, "UPDATE text_decision SET carrier_message_id = ? WHERE id = ?", {id, decision_id});
}

bool is_in_open_batch(Poco::Data::Session& session, std::int64_t text_id) {
    return exists(session,
                  "SELECT 1 FROM outgoing_text t JOIN conversation_batch b ON b.id = t.batch_id "
                  "WHERE t.id = ? AND b.state = ?",
                  {text_id, BatchState::open});
}

/// What did not count as sent was: it stands in the conversation as sent. Where "not sent" is logged already,
/// the truth comes with the next message.
void become_accepted(Poco::Data::Session& session, const Text& text, const std::string& carrier_message_id,
                     std::int64_t now_ms, std::int64_t window_ms) {
    change_state(session, text.id, {.to = TextState::accepted, .now_ms = now_ms});
    set_carrier_id(session, text.id, carrier_message_id);
    if (!is_in_open_batch(session, text.id)) join_batch(session, text.id, now_ms, window_ms);
}

LateFinding::Then settle(Poco::Data::Session& session, const Text& text, const OpenDecision& decision,
                         const ListedMessage& message, std::int64_t now_ms, std::int64_t window_ms) {
    using Then = LateFinding::Then;
    const std::string& id = message.carrier_message_id;
    switch (text.state) {
        case TextState::sending:
        case TextState::unknown:
            return Then::not_known_yet;
        case TextState::queued:
        case TextState::held:
            become_accepted(session, text, id, now_ms, window_ms);
            close_decision(session, decision.id, id);
            return Then::not_sent_again;
        case TextState::cancelled:
            become_accepted(session, text, id, now_ms, window_ms);
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
                   std::optional<std::int64_t> batch_id, std::int64_t now_ms, std::int64_t window_ms) {
    execute(session, "DELETE FROM listed_message WHERE id = ?", {message_id});
    if (!batch_id) return join_batch(session, text.id, now_ms, window_ms);
    execute(session, "UPDATE outgoing_text SET batch_id = ? WHERE id = ?", {*batch_id, text.id});
    execute(
        session,
        "INSERT INTO batch_record (batch_id, record_kind, record_id) "
        "SELECT b.id, r.record_kind, r.record_id FROM text_record r JOIN conversation_batch b ON b.id = ? "
        "WHERE r.text_id = ? AND b.state = ? ON CONFLICT DO NOTHING",
        {*batch_id, text.id, BatchState::open});
}

}  // namespace

std::int64_t sent_ms_of(const Text& text) {
    return text.sending_since_ms > 0 ? text.sending_since_ms : text.created_ms;
}

std::optional<LateFinding> find_decided(Poco::Data::Session& session, const ListedMessage& message,
                                        std::int64_t now_ms, std::int64_t window_ms) {
    std::optional<Fit> best;
    std::optional<OpenDecision> decision;
    std::optional<Text> text;
    for (OpenDecision& open : open_decisions(session, message)) {
        // What was written after somebody decided is something else. But of what was sent the carrier has a
        // message, and its times may be wrong.
        const bool is_surely_sent = open.decision == Decision::was_sent;
        if (!is_surely_sent && message.created_ms > open.decided_ms + clock_skew_ms) continue;
        Text about = text_of(session, open.text_id);
        const auto fit = fit_of({.ours = about.body,
                                 .listed = message.body,
                                 .sent_ms = open.sent_ms,
                                 .decided_ms = open.decided_ms,
                                 .listed_ms = message.created_ms,
                                 .is_surely_sent = is_surely_sent});
        if (!fit || (best && *best <= *fit)) continue;
        best = fit;
        decision = std::move(open);
        text = std::move(about);
    }
    if (!text) return std::nullopt;
    const LateFinding::Then then = settle(session, *text, *decision, message, now_ms, window_ms);
    return LateFinding{.then = then, .text = *std::move(text), .decided_by = std::move(decision->who)};
}

std::string take_filed_message(Poco::Data::Session& session, const Text& text, bool is_surely_sent,
                               std::int64_t now_ms, std::int64_t window_ms) {
    struct Filed {
        std::int64_t id = 0;
        std::optional<std::int64_t> batch_id;
        std::string carrier_message_id, body;
        std::int64_t created_ms = 0;
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
                            .created_ms = row.integer()};
            const auto fit = fit_of({.ours = text.body,
                                     .listed = candidate.body,
                                     .sent_ms = sent_ms_of(text),
                                     .decided_ms = now_ms,
                                     .listed_ms = candidate.created_ms,
                                     .is_surely_sent = is_surely_sent});
            if (!fit || (best && *best <= *fit)) return;
            best = fit;
            filed = std::move(candidate);
        });
    if (!best) return {};
    change_state(session, text.id, {.to = TextState::accepted, .now_ms = now_ms});
    set_carrier_id(session, text.id, filed.carrier_message_id);
    take_place_of(session, text, filed.id, filed.batch_id, now_ms, window_ms);
    return filed.carrier_message_id;
}

bool is_decided(Poco::Data::Session& session, std::int64_t text_id) {
    return exists(session,
                  "SELECT 1 FROM text_decision d JOIN outgoing_text t ON t.id = d.text_id "
                  "WHERE d.text_id = ? AND d.sent_ms = t.sending_since_ms",
                  {text_id});
}

void found_decided(Poco::Data::Session& session, std::int64_t text_id,
                   const std::string& carrier_message_id) {
    execute(session,
            "UPDATE text_decision SET carrier_message_id = ? WHERE text_id = ? AND carrier_message_id = '' "
            "AND sent_ms = (SELECT sending_since_ms FROM outgoing_text WHERE id = ?)",
            {carrier_message_id, text_id, text_id});
}

}  // namespace send_text
