#include "delivery/delivery_worker.hpp"

#include <algorithm>
#include <exception>
#include <optional>
#include <utility>

#include "body/body_segments.hpp"
#include "core/e164.hpp"
#include "core/masked_number.hpp"
#include "delivery/backoff.hpp"

namespace send_text {
namespace {

constexpr const char* outside_hours =
    "It is outside the texting hours where this number is. It leaves by itself when they begin.";
constexpr const char* no_number =
    "This is not a phone number that carriers know. Choose the number again, or correct it on the record.";
constexpr int turns_per_step = 50;
constexpr std::int64_t stopped_line_pause_ms = 5 * 60 * 1000;
constexpr std::int64_t strange_answers_that_stop = 3;
constexpr const char* waits_after_strange_answers =
    " That happened three times in a row, so the line's texts wait. One is tried every five minutes; once "
    "the carrier takes it, all leave.";

std::string name_of(const Text& text) {
    return "Text " + std::to_string(text.id) + " to " + masked_number(text.number);
}

}  // namespace

DeliveryWorker::DeliveryWorker(OutboxStore& outbox, const ConversationStore& conversations,
                               LineGateways& gateways, const CurrentSettings& settings, Clock& clock,
                               RandomSource& random, Log& log, DeliveryHooks hooks)
    : outbox_(outbox),
      gateways_(gateways),
      settings_(settings),
      clock_(clock),
      random_(random),
      log_(log),
      hooks_(std::move(hooks)),
      reconciler_(
          outbox, conversations, settings, clock, log,
          [this](std::int64_t request_id) { progressed(request_id); },
          [this](const std::string& number) { taken(number); }) {}

void DeliveryWorker::accounts_changed() {
    accounts_changed_ = true;
}

void DeliveryWorker::hours_changed() {
    hours_changed_ = true;
}

std::int64_t DeliveryWorker::step() {
    if (accounts_changed_.exchange(false)) {
        std::erase_if(lines_, [](const auto& entry) { return entry.second.is_stopped; });
    }
    catch_up();
    outbox_.release(hours_changed_.exchange(false) ? no_deadline_ms : clock_.now_ms(), clock_.now_ms());
    must_recover_ = true;  // unless the store holds out until the end of the turns
    send_in_turns();
    must_recover_ = false;

    std::int64_t deadline_ms = outbox_.next_release_ms();
    for (const std::string& line : outbox_.lines_with_work()) {
        deadline_ms = std::min(deadline_ms, deadline_of(line));
    }
    return deadline_ms;
}

/// Makes good what the last step could not write. Between two steps nothing is being sent, so what the store
/// then has as being sent is unknown.
void DeliveryWorker::catch_up() {
    std::string error;
    if (unwritten_) {
        try {
            unwritten_->write();
        } catch (const StoreError& store_error) {
            error = store_error.what();
        }
    }
    if (must_recover_) recover();
    if (!error.empty()) give_up_writing(error);
    unwritten_.reset();
}

/// The store works, but not for this answer: the text is neither lost nor sent again.
void DeliveryWorker::give_up_writing(const std::string& error) {
    log_.error("What the carrier answered about text " + std::to_string(unwritten_->text_id) +
               " could not be stored. " + error);
    for (const Text& text : outbox_.unknown_texts(unwritten_->line, no_deadline_ms)) {
        if (text.id != unwritten_->text_id) continue;
        outbox_.hold_for_person(text.id,
                                "What the carrier answered could not be stored. Please look in the carrier's "
                                "application whether it was sent.",
                                clock_.now_ms());
        progressed(text.request_id);
    }
}

void DeliveryWorker::recover() {
    if (const std::int64_t count = outbox_.recover(clock_.now_ms()); count > 0) {
        log_.warning(std::to_string(count) +
                     " text(s) were being sent when the plug-in or its store stopped. The carrier is asked "
                     "whether it has them.");
    }
}

void DeliveryWorker::send_in_turns() {
    const std::vector<std::string> lines = lines_in_turn();
    int turns = 0;
    bool did_something = true;
    while (did_something) {
        did_something = false;
        for (const std::string& line : lines) {
            if (stopping() || turns == turns_per_step) return;
            if (take_turn(line)) {
                did_something = true;
                last_line_ = line;
                ++turns;
            }
        }
    }
}

/// The lines with work, beginning after the one that came last in the step before.
std::vector<std::string> DeliveryWorker::lines_in_turn() const {
    std::vector<std::string> lines = outbox_.lines_with_work();
    std::sort(lines.begin(), lines.end());
    std::rotate(lines.begin(), std::upper_bound(lines.begin(), lines.end(), last_line_), lines.end());
    return lines;
}

/// One request to the carrier, if one is due. Returns whether there was one.
bool DeliveryWorker::take_turn(const std::string& line) {
    LineState& state = lines_[line];
    const std::int64_t now_ms = clock_.now_ms();
    if (now_ms < state.ask_not_before_ms || outbox_.next_due_ms(line) > now_ms) return false;
    Gateway* gateway = open(line, state);
    if (gateway == nullptr) return false;
    if (ask(line, *gateway, state)) return true;
    return now_ms >= state.send_not_before_ms && send_next(line, *gateway, state);
}

Gateway* DeliveryWorker::open(const std::string& line, LineState& state) {
    try {
        Gateway* gateway = gateways_.gateway_of(line);
        if (gateway == nullptr) stop_line(line, state, "No account is set up for it any more.");
        return gateway;
    } catch (const GatewayError& error) {
        stop_line(line, state, error.what());
        return nullptr;
    }
}

bool DeliveryWorker::ask(const std::string& line, Gateway& gateway, LineState& state) {
    try {
        if (!reconciler_.reconcile(line, gateway)) return false;
        state.cannot_ask = false;
    } catch (const StoreError&) {
        throw;
    } catch (const GatewayError& error) {
        if (error.kind() == GatewayError::Kind::credentials_refused) {
            stop_line(line, state, error.what());
        } else {
            asking_failed(line, state, error.what());
        }
    } catch (const std::exception&) {  // its words may quote the answer
        asking_failed(line, state, "Asking it broke off.");
    }
    return true;
}

void DeliveryWorker::asking_failed(const std::string& line, LineState& state, const std::string& reason) {
    if (!std::exchange(state.cannot_ask, true)) {
        log_.warning("Line " + masked_number(line) + ": the carrier cannot be asked whether it has a text. " +
                     reason);
    }
    pause(state, clock_.now_ms() + pause_ms(state));
}

/// What was permitted when Send was pressed may no longer be. A text that may not leave is settled or held.
/// Nothing leaves to what is no number, wherever it came from: it would miss the opt-out of the number that
/// it looks like.
bool DeliveryWorker::may_leave_now(const Text& text) {
    const std::int64_t now_ms = clock_.now_ms();
    std::string why_not = is_e164(text.number) ? std::string() : no_number;
    if (why_not.empty() && hooks_.why_not) why_not = hooks_.why_not(text);
    if (!why_not.empty()) {
        outbox_.refuse(text.id, why_not, now_ms, settings_.get()->batch_window_seconds * 1000);
        return false;
    }
    const std::int64_t from_ms = hooks_.permitted_from_ms ? hooks_.permitted_from_ms(text, now_ms) : now_ms;
    if (from_ms <= now_ms) return true;
    outbox_.hold_for_hours(text.id, from_ms, outside_hours, now_ms);
    return false;
}

bool DeliveryWorker::send_next(const std::string& line, Gateway& gateway, LineState& state) {
    const std::optional<Text> next = outbox_.next_to_leave(line, clock_.now_ms());
    if (!next) return false;
    if (!may_leave_now(*next)) {
        progressed(next->request_id);
        return true;
    }
    const std::int64_t now_ms = clock_.now_ms();
    state.pace.set_rate(settings_.get()->segments_per_minute);
    state.pace_not_before_ms = state.pace.available_from_ms(now_ms);
    if (state.pace_not_before_ms > now_ms) return false;
    const std::optional<Text> text = outbox_.claim(line, now_ms, next->id);
    if (!text) return true;  // it was stopped, or another one has come before it: the next turn sees to it
    state.pace.spend(static_cast<std::int64_t>(count_segments(text->body).segments), now_ms);
    settle(*text, request(*text, gateway), state);
    progressed(text->request_id);
    return true;
}

SendResult DeliveryWorker::request(const Text& text, Gateway& gateway) {
    try {
        return gateway.send(text.number, text.body);
    } catch (const std::exception&) {  // its words may quote the request
        return {SendOutcome::unknown, {}, "Sending it broke off.", std::nullopt};
    }
}

void DeliveryWorker::settle(const Text& text, const SendResult& result, LineState& state) {
    const std::int64_t now_ms = clock_.now_ms();
    const std::int64_t window_ms = settings_.get()->batch_window_seconds * 1000;
    switch (result.outcome) {
        case SendOutcome::accepted:
            write(text, [=, this, id = text.id, number = text.number] {
                taken(number);
                outbox_.accepted(id, result.carrier_message_id, now_ms, window_ms);
            });
            line_works(text.line, state);
            return;
        case SendOutcome::rejected:
            write(text, [=, this, id = text.id, number = text.number] {
                if (result.fact && hooks_.learned) hooks_.learned(number, *result.fact, result.reason);
                outbox_.rejected(id, result.reason, now_ms, window_ms);
            });
            line_works(text.line, state);
            log_.info(name_of(text) + " was rejected by the carrier: " + result.reason);
            return;
        case SendOutcome::refused:
            try_later(text, result, state);
            return;
        case SendOutcome::not_the_carrier:
            try_others_first(text, result.reason, state);
            return;
        case SendOutcome::line_stopped:
            stop_line(text.line, state, result.reason);
            write(text, [=, this, id = text.id] { outbox_.put_back(id, now_ms, result.reason, now_ms); });
            return;
        case SendOutcome::unknown:
            break;
    }
    state.send_not_before_ms = now_ms + pause_ms(state);
    log_.warning(name_of(text) + ": the answer was lost, so the carrier is asked whether it has it. " +
                 result.reason);
    write(text, [=, this, id = text.id] { outbox_.answer_lost(id, now_ms, result.reason, now_ms); });
}

/// The text waits by its own count of tries, and the line by its failures in a row: so neither a bad
/// recipient stops the others, nor do two hundred texts run into a carrier that is busy.
void DeliveryWorker::try_later(const Text& text, const SendResult& result, LineState& state) {
    const std::int64_t now_ms = clock_.now_ms();
    const std::int64_t text_until_ms =
        now_ms + backoff_ms(text.attempts, random_, result.retry_after_seconds);
    pause(state, now_ms + pause_ms(state, result.retry_after_seconds));
    log_.info(name_of(text) + " was not taken and is tried again later: " + result.reason);
    write(text, [=, this, id = text.id] { outbox_.put_back(id, text_until_ms, result.reason, now_ms); });
}

/// What answered may be a proxy that does not like this text, or one that lets none through: the line's next
/// text tells, so it is tried before this one.
void DeliveryWorker::try_others_first(const Text& text, const std::string& reason, LineState& state) {
    const std::int64_t now_ms = clock_.now_ms();
    if (++state.strange_answers < strange_answers_that_stop) {
        pause(state, now_ms + pause_ms(state));
    } else {
        stop_line(text.line, state, reason + waits_after_strange_answers);
    }
    const std::int64_t until_ms =
        std::max(now_ms + backoff_ms(text.attempts, random_), state.send_not_before_ms + 1);
    log_.info(name_of(text) + " was not taken and is tried again later: " + reason);
    write(text, [=, this, id = text.id] { outbox_.put_back(id, until_ms, reason, now_ms); });
}

/// The carrier has answered: what it said must not be forgotten when the store fails just now.
void DeliveryWorker::write(const Text& text, std::function<void()> answer) {
    unwritten_ = {text.id, text.line, std::move(answer)};
    unwritten_->write();
    unwritten_.reset();
}

std::int64_t DeliveryWorker::pause_ms(LineState& state, std::optional<std::int64_t> retry_after_seconds) {
    return backoff_ms(++state.failures, random_, retry_after_seconds);
}

void DeliveryWorker::pause(LineState& state, std::int64_t until_ms) const {
    state.ask_not_before_ms = std::max(state.ask_not_before_ms, until_ms);
    state.send_not_before_ms = std::max(state.send_not_before_ms, until_ms);
}

void DeliveryWorker::stop_line(const std::string& line, LineState& state, const std::string& reason) {
    pause(state, clock_.now_ms() + stopped_line_pause_ms);
    if (std::exchange(state.is_stopped, true)) return;
    log_.warning("Line " + masked_number(line) + " cannot text for now, its texts stay in the outbox. " +
                 reason);
    if (hooks_.line_stopped) hooks_.line_stopped(line, reason);
}

void DeliveryWorker::line_works(const std::string& line, LineState& state) {
    if (state.is_stopped) {
        log_.info("Line " + masked_number(line) + " can text again.");
        if (hooks_.line_resumed) hooks_.line_resumed(line);
    }
    state.is_stopped = false;
    state.failures = 0;
    state.strange_answers = 0;
}

std::int64_t DeliveryWorker::deadline_of(const std::string& line) {
    const LineState& state = lines_[line];
    const std::int64_t due_ms = outbox_.next_due_ms(line);
    const std::int64_t send_ms = std::max(state.send_not_before_ms, state.pace_not_before_ms);
    std::int64_t deadline_ms = std::max(due_ms, send_ms);
    if (due_ms < send_ms) {  // a text may be asked about before the next may be sent
        for (const Text& text : outbox_.unknown_texts(line, send_ms)) {
            deadline_ms = std::min(deadline_ms, std::max(text.not_before_ms, state.ask_not_before_ms));
        }
    }
    return deadline_ms;
}

void DeliveryWorker::taken(const std::string& number) const {
    if (hooks_.taken) hooks_.taken(number);
}

void DeliveryWorker::progressed(std::int64_t request_id) const {
    if (hooks_.progressed) hooks_.progressed(request_id);
}

bool DeliveryWorker::stopping() const {
    return hooks_.stopping && hooks_.stopping();
}

}  // namespace send_text
