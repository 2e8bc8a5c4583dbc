// What the carrier's answers make of texts, and of their lines.

#include <algorithm>
#include <exception>
#include <utility>

#include "core/backoff.hpp"
#include "core/masked_number.hpp"
#include "core/time.hpp"
#include "delivery/delivery_worker.hpp"
#include "delivery/text_name.hpp"
#include "model/line_id.hpp"

namespace send_text {
namespace {

constexpr Milliseconds stopped_line_pause = std::chrono::minutes(5);
constexpr std::int64_t strange_answers_that_stop = 3;
constexpr const char* waits_after_strange_answers =
    " This happened three times in a row, so the line's texts are on hold. Send Text tries one every five "
    "minutes and sends the rest once the carrier accepts it.";

}  // namespace

SendResult DeliveryWorker::request(const Text& text, Gateway& gateway) {
    try {
        return gateway.send(text.number, text.body);
    } catch (const std::exception&) {  // its words may quote the request
        return {SendOutcome::unknown, {}, "Sending was interrupted.", std::nullopt};
    }
}

void DeliveryWorker::settle(const Text& text, const SendResult& result, LineState& state) {
    const TimePoint now = clock_.now();
    const Milliseconds batch_window = settings_.get()->batch_window;
    switch (result.outcome) {
        case SendOutcome::accepted:
            write(text, [=, this, id = text.id, number = text.number] {
                taken(number);
                outbox_.accepted(id, result.carrier_message_id, now, batch_window);
            });
            line_works(text.line, state);
            return;
        case SendOutcome::rejected:
            write(text, [=, this, id = text.id, number = text.number] {
                if (result.fact && hooks_.learned) hooks_.learned(number, *result.fact, result.reason);
                outbox_.rejected(id, result.reason, now, batch_window);
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
            [[fallthrough]];
        case SendOutcome::ended_before:
            write(text, [=, this, id = text.id] {
                outbox_.put_back(id, later(Milliseconds::zero()), result.reason, now);
            });
            return;
        case SendOutcome::unknown:
            pause(state.sending);
            watch_.sending_failed(text.line, WaitCause::answers_lost, result.reason);
            log_.warning(name_of(text) +
                         ": the answer was lost, so the carrier is asked whether it has it. " +
                         result.reason);
            [[fallthrough]];
        case SendOutcome::ended_meanwhile:
            write(text, [=, this, id = text.id] {
                outbox_.answer_lost(id, later(Milliseconds::zero()), result.reason, now);
            });
    }
}

/// The text waits by its own count of tries, and the line by its failures in a row: so neither a bad
/// recipient stops the others, nor do two hundred texts run into a carrier that is busy.
void DeliveryWorker::try_later(const Text& text, const SendResult& result, LineState& state) {
    const TimePoint now = clock_.now();
    const Milliseconds wait = backoff(text.attempts, random_, result.retry_after);
    pause(state.sending, result.retry_after);
    watch_.sending_failed(text.line, WaitCause::not_taken, result.reason);
    log_.info(name_of(text) + " was not taken and is tried again later: " + result.reason);
    write(text, [=, this, id = text.id] { outbox_.put_back(id, later(wait), result.reason, now); });
}

/// What answered may be a proxy that does not like this text, or one that lets none through: the line's next
/// text tells, so it is tried before this one.
void DeliveryWorker::try_others_first(const Text& text, const std::string& reason, LineState& state) {
    const TimePoint now = clock_.now();
    if (++state.strange_answers < strange_answers_that_stop) {
        pause(state.sending);
        watch_.sending_failed(text.line, WaitCause::not_the_carrier, reason);
    } else {
        stop_line(text.line, state, reason + waits_after_strange_answers);
    }
    const Milliseconds line_wait = state.sending.until - clock_.monotonic_now();
    const Milliseconds wait = std::max(backoff(text.attempts, random_), line_wait + Milliseconds(1));
    log_.info(name_of(text) + " was not taken and is tried again later: " + reason);
    write(text, [=, this, id = text.id] { outbox_.put_back(id, later(wait), reason, now); });
}

/// The carrier has answered: what it said must not be forgotten when the store fails just now.
void DeliveryWorker::write(const Text& text, std::function<void()> answer) {
    unwritten_ = {text.id, text.line, std::move(answer)};
    unwritten_->write();
    unwritten_.reset();
}

void DeliveryWorker::pause(Pause& pause, std::optional<Seconds> retry_after) {
    pause.extend(clock_.monotonic_now() + backoff(++pause.failures, random_, retry_after));
}

/// Nobody but the carrier, or who set it up, can change that: neither sending nor asking is tried for a
/// while.
void DeliveryWorker::stop_line(const LineId& line, LineState& state, const std::string& reason) {
    const MonotonicTime until = clock_.monotonic_now() + stopped_line_pause;
    state.sending.extend(until);
    state.asking.extend(until);
    watch_.sending_failed(line, WaitCause::line_stopped, reason);
    watch_.asking_failed(line, reason);
    if (std::exchange(state.is_stopped, true)) return;
    log_.warning("Line " + masked_number(line.str()) +
                 " cannot text for now. Its texts stay in the outbox. " + reason);
    if (hooks_.line_stopped) hooks_.line_stopped(line, reason);
}

void DeliveryWorker::line_works(const LineId& line, LineState& state) {
    watch_.sending_worked(line);
    if (state.is_stopped) {
        log_.info("Line " + masked_number(line.str()) + " can text again.");
        if (hooks_.line_resumed) hooks_.line_resumed(line);
    }
    state.is_stopped = false;
    state.sending.failures = 0;
    state.strange_answers = 0;
}

}  // namespace send_text
