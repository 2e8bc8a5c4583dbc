#include "delivery/reconciler.hpp"

#include <algorithm>
#include <limits>
#include <utility>

#include "delivery/handed_to.hpp"
#include "delivery/listed_line.hpp"
#include "delivery/search_window.hpp"
#include "delivery/text_name.hpp"
#include "model/folded_body.hpp"

namespace send_text {
namespace {

constexpr std::int64_t asks_within_grace = 4;
constexpr Milliseconds min_wait = std::chrono::seconds(1);
constexpr Milliseconds max_wait = std::chrono::minutes(5);
// So long no list lags behind.
constexpr Milliseconds surely_current = std::chrono::hours(4);
// So much the measured difference of clocks may waver.
constexpr Milliseconds clock_slack = std::chrono::minutes(1);
// So much earlier may be listed what was taken before, but within the grace of it: so much may a lag change.
constexpr Milliseconds lag_change = std::chrono::hours(2);

constexpr const char* not_shown_yet =
    "The carrier's answer was lost, and the carrier's list does not show the text so far. It will be sent "
    "again once that is certain.";

bool is_unknown(const Text& text) {
    return text.state == TextState::unknown;
}

/// What is said of a text before why nobody knows whether it was sent.
std::string beginning(const Text& text) {
    if (text.look != Look::once) return "The answer to sending it was lost, ";
    return is_unknown(text) ? "It may have been sent after the restored copy of the store was made, "
                            : "It was to be sent when Send Text ended, ";
}

}  // namespace

/// Texts with the same number and body: which of them a message is does not matter.
struct Reconciler::IdenticalTexts {
    E164 number;
    std::string body;         // folded
    std::vector<Text> texts;  // by the time of their requests, oldest first
};

/// One look at the carrier's list.
struct Reconciler::Ask {
    const LineAccount& account;
    TimePoint asked_at;
    MonotonicTime asked_at_monotonic;
    std::optional<TextId> leaving_id;
    std::optional<Milliseconds> clock_ahead;
    const CarrierReading& before;
    const std::map<TextId, Doubt>& doubts;
    ListedLine* listed = nullptr;

    SearchWindow window(const Text& text) const {
        return search_window(text, asked_at, clock_ahead,
                             listed == nullptr ? std::nullopt : listed->last_before(text.look_from.request));
    }
};

Reconciler::Reconciler(OutboxStore& outbox, const ConversationStore& conversations,
                       const WorkContext& context, std::function<void(RequestId)> text_changed,
                       std::function<void(const E164&)> taken)
    : outbox_(outbox),
      conversations_(conversations),
      settings_(context.settings),
      clock_(context.clock),
      log_(context.log),
      text_changed_(std::move(text_changed)),
      taken_(std::move(taken)) {}

bool Reconciler::reconcile(const LineId& line, Gateway& gateway, const LineAccount& account) {
    const TimePoint now = clock_.now();
    std::vector<Text> texts = texts_of_account(line, account);
    const bool is_any_due = std::any_of(texts.begin(), texts.end(), [now](const Text& text) {
        return is_unknown(text) ? text.not_before <= now : text.look == Look::once;
    });
    if (!is_any_due) return false;
    look(std::move(texts), line, gateway, account, std::nullopt);
    return true;
}

bool Reconciler::may_send_again(const Text& text, Gateway& gateway, const LineAccount& account) {
    std::vector<Text> texts = texts_of_account(text.line, account);
    const bool is_waiting = std::any_of(texts.begin(), texts.end(), [&text](const Text& waiting) {
        return waiting.id == text.id && !is_unknown(waiting);
    });
    return is_waiting && look(std::move(texts), text.line, gateway, account, text.id);
}

/// The texts that are to be looked for. In the list of another carrier or account than that which may have
/// taken one, its absence would mean nothing.
std::vector<Text> Reconciler::texts_of_account(const LineId& line, const LineAccount& account) {
    std::vector<Text> texts = outbox_.texts_to_look_up(line);
    std::erase_if(texts, [&](const Text& text) {
        // What an earlier run queued has not left, as far as this store knows.
        const bool is_in_doubt = is_unknown(text) || text.look == Look::before_leaving;
        if (!is_in_doubt || was_handed_to(text, account)) return false;
        leave_to_person(text, beginning(text) + refusal_by(text, account),
                        "The line texts through another account by now.");
        return true;
    });
    return texts;
}

/// Returns whether the text that is about to leave may.
bool Reconciler::look(std::vector<Text> texts, const LineId& line, Gateway& gateway,
                      const LineAccount& account, std::optional<TextId> leaving_id) {
    note_doubts(texts, line);
    auto& doubts = doubts_[line];
    CarrierReading& reading = readings_[line];
    Ask ask{.account = account,
            .asked_at = clock_.now(),
            .asked_at_monotonic = clock_.monotonic_now(),
            .leaving_id = leaving_id,
            .clock_ahead = gateway.clock_ahead(),
            .before = reading,
            .doubts = doubts};
    // All of them, due or not: a message that is another's must not be taken for one too many.
    TimePoint horizon = TimePoint::max();
    std::map<std::pair<E164, std::string>, IdenticalTexts> groups;
    for (Text& text : texts) {
        horizon = std::min(horizon, horizon_of(text, ask));
        IdenticalTexts& identical = groups[{text.number, folded_body(text.body)}];
        identical.number = text.number;
        identical.body = folded_body(text.body);
        identical.texts.push_back(std::move(text));
    }
    ListedLine listed(list_back_to(horizon, gateway), line, outbox_, conversations_);
    CarrierReading now_read = reading_of(listed.listing(), reading, clock_.monotonic_now());
    ask.listed = &listed;
    ask.clock_ahead = gateway.clock_ahead();
    for (auto& [key, identical] : groups) {
        std::sort(identical.texts.begin(), identical.texts.end(),
                  [&ask](const Text& left, const Text& right) {
                      return std::pair(ask.window(left).same_words_from, left.id) <
                             std::pair(ask.window(right).same_words_from, right.id);
                  });
        claim(identical, ask);
    }
    // Only now: what is a text's word for word is not taken for another one that the carrier altered.
    bool may_leave = false;
    for (const auto& [key, identical] : groups) {
        for (const Text& text : identical.texts)
            may_leave = settle_absent(text, identical, ask) || may_leave;
    }
    for (auto& [id, doubt] : doubts)
        doubt.was_asked = true;
    reading = std::move(now_read);
    return may_leave;
}

/// Notes since when each text is in doubt, and forgets those that are so no more.
void Reconciler::note_doubts(const std::vector<Text>& texts, const LineId& line) {
    std::map<TextId, Doubt> doubts;
    const auto& known = doubts_[line];
    for (const Text& text : texts) {
        const auto doubt = known.find(text.id);
        const bool is_known = doubt != known.end() && doubt->second.request_number == text.request_number;
        Doubt& noted = doubts[text.id] =
            is_known ? doubt->second : Doubt{text.request_number, clock_.monotonic_now()};
        const bool is_grace_over = clock_.monotonic_now() - noted.since >= grace();
        if (is_grace_over && !noted.begun_in_grace) noted.begun_in_grace = outbox_.requests_begun();
    }
    doubts_[line] = std::move(doubts);
}

/// How far back the list is read for a text. The answer to the first question about a lost one is most often
/// that it is there.
TimePoint Reconciler::horizon_of(const Text& text, const Ask& ask) const {
    const SearchWindow window = ask.window(text);
    const bool is_first = is_unknown(text) && !ask.doubts.at(text.id).was_asked;
    if (is_first) return window.same_words_from;
    const TimePoint earliest = window.earliest();
    return earliest == TimePoint::min() ? earliest : earliest - clock_slack;
}

/// Settles the identical that the carrier has word for word, and leaves those that were not found.
void Reconciler::claim(IdenticalTexts& identical, const Ask& ask) {
    const auto from = [&ask](const Text& text) { return ask.window(text).same_words_from; };
    std::vector<PossibleMatch> candidates =
        ask.listed->candidates(identical.texts.front(), from(identical.texts.front()));
    std::erase_if(candidates, [&identical](const PossibleMatch& candidate) {
        return candidate.is_filed || folded_body(candidate.message.body) != identical.body;
    });
    if (candidates.size() > identical.texts.size()) {
        for (const Text& text : identical.texts)
            hold(text, "and the carrier has more than one message that may be it");
        identical.texts.clear();
        return;
    }
    const Milliseconds batch_window = settings_.get()->batch_window;
    auto candidate = candidates.begin();
    std::vector<Text> absent;
    for (Text& text : identical.texts) {
        candidate = std::find_if(candidate, candidates.end(), [&](const PossibleMatch& one) {
            return one.message.created_at >= from(text);
        });
        if (candidate == candidates.end()) {
            absent.push_back(std::move(text));
            continue;
        }
        const CarrierMessage& message = (candidate++)->message;
        taken_(text.number);
        outbox_.found(text.id, message.id, message.created_at, ask.account.id, clock_.now(), batch_window);
        ask.listed->claimed(message);
        log_.info(name_of(text) + (text.look == Look::once
                                       ? ": it already left; the carrier has it."
                                       : ": the carrier's answer was lost, but the carrier has the text."));
        text_changed_(text.request_id);
    }
    identical.texts = std::move(absent);
}

/// In words that begin with "and"; none when nothing that the list has, or may lack, is the text.
std::optional<std::string> Reconciler::absence_doubt(const Text& text, const IdenticalTexts& identical,
                                                     const Ask& ask) const {
    const CarrierListing& listing = ask.listed->listing();
    const SearchWindow window = ask.window(text);
    // What was queued by an earlier run has not left, as far as this store knows; what was lost may come yet.
    if (is_unknown(text) && !ask.account.has_list)
        return "and its carrier, which has no list of messages, has not told of it";
    if (listing.is_broken_off) return "and the carrier's list of messages cannot be read to its end";
    if (window.needed_from() < listing.complete_from)
        return "and the carrier's list of messages is too long to find out";
    if (ask.listed->may_be_unreadable(text, window.needed_from()))
        return "and the carrier's list of messages cannot be read completely";
    bool may_be_altered = false;  // by the carrier or its filter: a signature, other quotation marks
    for (const PossibleMatch& candidate : ask.listed->candidates(text, window.earliest())) {
        const bool has_same_words = folded_body(candidate.message.body) == identical.body;
        if (has_same_words && candidate.is_filed)
            return "and the conversation has the same message as written in the carrier's own application";
        if (has_same_words) return "and the carrier has the same message with an earlier time";
        may_be_altered = may_be_altered || candidate.message.created_at >= window.other_words_from;
    }
    if (may_be_altered) return "and the carrier has a message to this number with other words that may be it";
    return std::nullopt;
}

/// Returns whether the text may leave now.
bool Reconciler::settle_absent(const Text& text, const IdenticalTexts& identical, const Ask& ask) {
    const bool is_leaving = text.id == ask.leaving_id;
    if (!is_unknown(text) && text.look == Look::before_leaving && !is_leaving) return false;  // not yet
    const std::optional<std::string> doubt = absence_doubt(text, identical, ask);
    if (is_unknown(text)) {
        settle_unknown(text, doubt, ask);
        return false;
    }
    if (doubt) {
        hold(text, *doubt);
        return false;
    }
    if (!is_leaving) outbox_.record_lookup(text.id);
    return is_leaving;
}

void Reconciler::settle_unknown(const Text& text, const std::optional<std::string>& doubt, const Ask& ask) {
    const Milliseconds waited = clock_.monotonic_now() - ask.doubts.at(text.id).since;
    const Milliseconds grace_left = grace() - waited;
    if (grace_left <= Milliseconds::zero() && doubt) {
        hold(text, *doubt);
    } else if (grace_left <= Milliseconds::zero() && is_surely_current(text, ask)) {
        outbox_.put_back(text.id, ask.asked_at, "The carrier did not get it the last time.", ask.asked_at);
        log_.info(name_of(text) + ": the carrier does not have it, so it will be sent again.");
        text_changed_(text.request_id);
    } else if (text.not_before <= ask.asked_at) {  // else it has its time to be asked about
        const Milliseconds first_wait =
            std::max(min_wait, Milliseconds(settings_.get()->unknown_grace) / asks_within_grace);
        const Milliseconds wait = grace_left > Milliseconds::zero()
                                      ? std::min(first_wait, grace_left)
                                      : std::clamp(waited / asks_within_grace, first_wait, max_wait);
        outbox_.answer_lost(text.id, ask.asked_at + wait,
                            grace_left > Milliseconds::zero() ? text.reason : not_shown_yet, ask.asked_at);
    }
}

/// Whether what the list lacks past the text's request is surely not at the carrier: the list was the same
/// twice, and has for long enough a text of ours that was taken later, or hours have passed. A text that was
/// requested within the grace may have been taken before this one was, so it must have been there for longer.
bool Reconciler::is_surely_current(const Text& text, const Ask& ask) const {
    if (!is_same(ask.before, ask.listed->listing(), ask.window(text).needed_from())) return false;
    const Doubt& doubt = ask.doubts.at(text.id);
    if (ask.asked_at_monotonic - doubt.since >= surely_current) return true;
    const auto is_listed_since = [&](std::int64_t request_number, Milliseconds wait) {
        return ask.listed->has_later(request_number, ask.account.id, ask.before,
                                     ask.asked_at_monotonic - wait);
    };
    return is_listed_since(text.request_number, lag_change) ||
           (doubt.begun_in_grace && is_listed_since(*doubt.begun_in_grace, out_of_order));
}

/// How long a text may still turn up, at least. A request may take longer than its time-outs, but it had
/// ended when the text was first seen in doubt.
Milliseconds Reconciler::grace() const {
    const auto settings = settings_.get();
    return settings->connect_timeout + settings->answer_timeout + settings->unknown_grace;
}

void Reconciler::hold(const Text& text, const std::string& why) {
    const std::string reason =
        beginning(text) + why + ". Check in the carrier's application whether it was sent.";
    leave_to_person(text, reason, reason);
}

void Reconciler::leave_to_person(const Text& text, const std::string& reason, const std::string& logged) {
    if (!outbox_.leave_to_person(text.id, reason, clock_.now())) return;
    log_.warning(name_of(text) + " is held for a person. " + logged);
    text_changed_(text.request_id);
}

}  // namespace send_text
