#include "delivery/reconciler.hpp"

#include <algorithm>
#include <iterator>
#include <limits>
#include <map>
#include <utility>

#include "core/masked_number.hpp"
#include "delivery/folded_body.hpp"

namespace send_text {
namespace {

constexpr std::int64_t clock_skew_ms = 10 * 60 * 1000;  // what may be wrong with times that were converted
// A clock that was set right meanwhile, a time without its zone: what is the same but for its time is a
// reason to doubt.
constexpr std::int64_t doubtful_ms = 26 * 3600 * 1000;
constexpr std::int64_t asks_within_grace = 4;
constexpr std::int64_t shortest_wait_ms = 1'000;

std::int64_t horizon_of(const Text& text) {
    return text.sending_since_ms - clock_skew_ms;
}

}  // namespace

/// Unknown texts with the same number and body: which of them a message is does not matter.
struct Reconciler::Twins {
    std::string number;
    std::string body;         // folded
    std::vector<Text> texts;  // by the time of their requests, oldest first
};

Reconciler::Reconciler(OutboxStore& outbox, const ConversationStore& conversations,
                       const CurrentSettings& settings, Clock& clock, Log& log,
                       std::function<void(std::int64_t)> progressed,
                       std::function<void(const std::string&)> taken)
    : outbox_(outbox),
      conversations_(conversations),
      settings_(settings),
      clock_(clock),
      log_(log),
      progressed_(std::move(progressed)),
      taken_(std::move(taken)) {}

bool Reconciler::reconcile(const std::string& line, Gateway& gateway) {
    const std::int64_t asked_ms = clock_.now_ms();
    if (outbox_.unknown_texts(line, asked_ms).empty()) return false;

    // Those that are not due yet count too: a message that is theirs must not be taken for another's.
    std::int64_t horizon_ms = std::numeric_limits<std::int64_t>::max();
    std::map<std::pair<std::string, std::string>, Twins> groups;
    for (Text& text : outbox_.unknown_texts(line, no_deadline_ms)) {
        // Before a text counts as absent it is looked for further back.
        const std::int64_t doubt_ms = asked_ms < grace_end_of(text) ? 0 : doubtful_ms;
        horizon_ms = std::min(horizon_ms, horizon_of(text) - doubt_ms);
        Twins& twins = groups[{text.number, folded_body(text.body)}];
        twins.number = text.number;
        twins.body = folded_body(text.body);
        twins.texts.push_back(std::move(text));
    }
    const CarrierListing listing = list_back_to(horizon_ms, gateway);
    for (auto& [key, twins] : groups) {
        std::sort(twins.texts.begin(), twins.texts.end(), [](const Text& left, const Text& right) {
            return std::pair(left.sending_since_ms, left.id) < std::pair(right.sending_since_ms, right.id);
        });
        claim(twins, listing);
    }
    // Only now: what is a text's word for word is not taken for another one that the carrier altered.
    for (const auto& [key, twins] : groups) {
        for (const Text& text : twins.texts)
            settle_absent(text, why_not_surely_absent(text, twins, listing), asked_ms);
    }
    return true;
}

/// The messages to the number of the twins that are nobody's yet, whatever their words, oldest first.
std::vector<CarrierMessage> Reconciler::unclaimed(const Twins& twins, const CarrierListing& listing,
                                                  std::int64_t from_ms) const {
    const std::string& line = twins.texts.front().line;
    std::vector<CarrierMessage> messages;
    std::copy_if(listing.outbound.begin(), listing.outbound.end(), std::back_inserter(messages),
                 [&](const CarrierMessage& message) {
                     // What the inbox has already taken into a conversation was there before the request.
                     return message.created_ms >= from_ms && message.number == twins.number &&
                            !outbox_.has_carrier_message(line, message.id) &&
                            !conversations_.has_message(line, message.id);
                 });
    return messages;
}

/// Settles the twins that the carrier has word for word, and leaves those that were not found.
void Reconciler::claim(Twins& twins, const CarrierListing& listing) {
    std::vector<CarrierMessage> candidates = unclaimed(twins, listing, horizon_of(twins.texts.front()));
    std::erase_if(candidates, [&twins](const CarrierMessage& message) {
        return folded_body(message.body) != twins.body;
    });
    if (candidates.size() > twins.texts.size()) {
        for (const Text& text : twins.texts) {
            hold(text,
                 "The answer to sending it was lost, and the carrier has more than one message that may be "
                 "it. "
                 "Please look in the carrier's application whether it was sent.");
        }
        twins.texts.clear();
        return;
    }
    const std::int64_t window_ms = settings_.get()->batch_window_seconds * 1000;
    auto candidate = candidates.begin();
    std::vector<Text> absent;
    for (Text& text : twins.texts) {
        candidate = std::find_if(candidate, candidates.end(), [&](const CarrierMessage& message) {
            return message.created_ms >= horizon_of(text);
        });
        if (candidate == candidates.end()) {
            absent.push_back(std::move(text));
            continue;
        }
        taken_(text.number);
        outbox_.accepted(text.id, candidate->id, clock_.now_ms(), window_ms);
        ++candidate;
        log_.info("Text " + std::to_string(text.id) + " to " + masked_number(text.number) +
                  ": its answer was lost, but the carrier has it.");
        progressed_(text.request_id);
    }
    twins.texts = std::move(absent);
}

/// From when on a text that the carrier does not list counts as not taken. A request may take longer than its
/// time-outs: it may log in before, and the computer may sleep meanwhile.
std::int64_t Reconciler::grace_end_of(const Text& text) const {
    const auto settings = settings_.get();
    const std::int64_t time_outs_ms =
        (settings->connect_timeout_seconds + settings->answer_timeout_seconds) * 1000;
    return std::max(text.sending_since_ms + time_outs_ms, text.state_since_ms) +
           settings->unknown_grace_seconds * 1000;
}

/// In words that begin with "and"; empty when a text that was not found was surely not taken.
std::string Reconciler::why_not_surely_absent(const Text& text, const Twins& twins,
                                              const CarrierListing& listing) const {
    if (listing.is_broken_off) return "and the carrier's list of messages cannot be read to its end";
    if (horizon_of(text) < listing.complete_from_ms)
        return "and the carrier's list of messages is too long to find out";
    if (listing.has_gaps) return "and the carrier's list of messages cannot be read completely";
    bool may_be_altered = false;  // by the carrier or its filter: a signature, other quotation marks
    for (const CarrierMessage& message : unclaimed(twins, listing, horizon_of(text) - doubtful_ms)) {
        if (folded_body(message.body) == twins.body)
            return "and the carrier has the same message with an earlier time";
        may_be_altered = may_be_altered || message.created_ms >= horizon_of(text);
    }
    if (may_be_altered) return "and the carrier has a message to this number with other words that may be it";
    return {};
}

void Reconciler::settle_absent(const Text& text, const std::string& why_not_sure, std::int64_t asked_ms) {
    const std::int64_t grace_end_ms = grace_end_of(text);
    if (asked_ms < grace_end_ms) {
        if (text.not_before_ms > asked_ms) return;  // has its time to be asked about
        const std::int64_t grace_ms = settings_.get()->unknown_grace_seconds * 1000;
        const std::int64_t wait_ms = std::max(shortest_wait_ms, grace_ms / asks_within_grace);
        outbox_.answer_lost(text.id, std::min(asked_ms + wait_ms, grace_end_ms), text.reason, asked_ms);
    } else if (why_not_sure.empty()) {
        outbox_.put_back(text.id, asked_ms, "The carrier did not get it the last time.", asked_ms);
        log_.info("Text " + std::to_string(text.id) + " to " + masked_number(text.number) +
                  ": the carrier does not have it, so it is sent again.");
        progressed_(text.request_id);
    } else {
        hold(text, "The answer to sending it was lost, " + why_not_sure +
                       ". Please look in the carrier's application whether it was sent.");
    }
}

void Reconciler::hold(const Text& text, const std::string& reason) {
    outbox_.hold_for_person(text.id, reason, clock_.now_ms());
    log_.warning("Text " + std::to_string(text.id) + " to " + masked_number(text.number) +
                 " is held for a person. " + reason);
    progressed_(text.request_id);
}

}  // namespace send_text
