#include "delivery/delivery_worker.hpp"

#include <algorithm>
#include <exception>
#include <optional>
#include <utility>

#include "body/body_segments.hpp"
#include "core/backoff.hpp"
#include "core/e164.hpp"
#include "core/masked_number.hpp"
#include "core/pluralize.hpp"

namespace send_text {
namespace {

constexpr const char* outside_hours =
    "It is outside texting hours where this number is. The text will be sent when they begin.";
constexpr const char* no_number =
    "This is not a phone number that carriers know. Choose the number again, or correct it on the record.";
constexpr const char* no_account_to_ask =
    "The carrier's answer was lost, and the carrier cannot be asked whether it has the text: this number no "
    "longer has a texting account.";
constexpr int turns_per_step = 50;

}  // namespace

DeliveryWorker::DeliveryWorker(OutboxStore& outbox, const ConversationStore& conversations,
                               LineGateways& gateways, const WorkContext& context, DeliveryHooks hooks)
    : outbox_(outbox),
      gateways_(gateways),
      settings_(context.settings),
      clock_(context.clock),
      random_(context.random),
      log_(context.log),
      hooks_(std::move(hooks)),
      reconciler_(
          outbox, conversations, context, [this](RequestId request_id) { report_change(request_id); },
          [this](const E164& number) { taken(number); }),
      watch_(outbox, context.clock, {hooks_.texts_wait, hooks_.wait_ended}),
      clock_settings_(context.clock) {
    outbox_.require_lookup_of_all_queued();
}

void DeliveryWorker::accounts_changed() {
    accounts_changed_ = true;
}

void DeliveryWorker::hours_changed() {
    hours_changed_ = true;
}

TimePoint DeliveryWorker::step() {
    try {
        const TimePoint deadline = do_what_is_due();
        watch_.store_worked();
        return deadline;
    } catch (const Cancelled&) {
        throw;
    } catch (const std::exception& error) {
        watch_.store_failed(error.what());
        throw;
    }
}

TimePoint DeliveryWorker::do_what_is_due() {
    apply_account_changes();
    adjust_to_clock();
    catch_up();
    release_for_hours();
    must_recover_ = true;  // unless the store holds out until the end of the turns
    send_in_turns();
    must_recover_ = false;

    const std::vector<LineId> lines = outbox_.lines_with_work();
    TimePoint deadline = std::min(outbox_.next_release_at(), clock_.deadline_of(watch_.look(lines)));
    for (const LineId& line : lines)
        deadline = std::min(deadline, deadline_of(line));
    return deadline;
}

/// A line that has another account by now is tried at once, whatever it waited for. Of one that has none any
/// more people may decide at once, too.
void DeliveryWorker::apply_account_changes() {
    if (!accounts_changed_.exchange(false)) return;
    std::erase_if(lines_, [](const auto& entry) { return entry.second.is_stopped; });
    for (const LineId& line : outbox_.lines_with_work()) {
        LineState& state = lines_[line];
        state.asking = {};
        open(line, state);
    }
}

/// What waits does so for a while, whatever is done to the clock. What was put off by a clock that was
/// corrected meanwhile, by an earlier run for example, may be wrong by any time.
void DeliveryWorker::adjust_to_clock() {
    const Milliseconds clock_change = clock_settings_.take_change();
    if (clock_change == Milliseconds::zero() && !is_first_step_) return;
    if (!is_first_step_) outbox_.clock_was_set(clock_change);
    const Milliseconds wait = std::max(max_backoff, latest_wait_end_ - clock_.monotonic_now());
    outbox_.wait_no_longer_than(clock_.now() + wait);
    is_first_step_ = false;
    hours_changed_ = true;  // those of the day begin at another moment now
}

/// The time by the clock, as the store knows it, at which so much will have passed.
TimePoint DeliveryWorker::later(Milliseconds wait) {
    adjust_to_clock();
    latest_wait_end_ = std::max(latest_wait_end_, clock_.monotonic_now() + wait);
    return clock_.now() + wait;
}

/// Texts whose hours have begun. When the hours or the clock were changed, those that would be held until
/// another time by now are looked at again as well.
void DeliveryWorker::release_for_hours() {
    const TimePoint now = clock_.now();
    outbox_.release(now, now);
    if (!hours_changed_.exchange(false) || !hooks_.permitted_from) return;
    std::vector<TextId> changed;
    for (const Text& text : outbox_.held_for_hours()) {
        if (hooks_.permitted_from(text, now) != text.not_before) changed.push_back(text.id);
    }
    outbox_.release_texts(changed, now);
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
    log_.error("The carrier's answer about text " + std::to_string(number_of(unwritten_->text_id)) +
               " could not be stored. " + error);
    for (const Text& text : outbox_.unknown_texts(unwritten_->line, no_deadline)) {
        if (text.id != unwritten_->text_id) continue;
        outbox_.hold_for_person(text.id,
                                "The carrier's answer could not be stored. Check in the carrier's "
                                "application whether the text was sent.",
                                clock_.now());
        report_change(text.request_id);
    }
}

void DeliveryWorker::recover() {
    if (const std::int64_t count = outbox_.recover(clock_.now()); count > 0) {
        log_.warning(std::to_string(count) +
                     " text(s) were being sent when the plug-in or its store stopped. Send Text is asking "
                     "the carrier whether it has them.");
    }
}

void DeliveryWorker::send_in_turns() {
    const std::vector<LineId> lines = lines_in_turn();
    int turns = 0;
    bool did_something = true;
    while (did_something) {
        did_something = false;
        for (const LineId& line : lines) {
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
std::vector<LineId> DeliveryWorker::lines_in_turn() const {
    std::vector<LineId> lines = outbox_.lines_with_work();
    std::sort(lines.begin(), lines.end());
    std::rotate(lines.begin(), std::upper_bound(lines.begin(), lines.end(), last_line_), lines.end());
    return lines;
}

/// One request to the carrier, if one is due. Returns whether there was one.
bool DeliveryWorker::take_turn(const LineId& line) {
    adjust_to_clock();
    LineState& state = lines_[line];
    const MonotonicTime monotonic_now = clock_.monotonic_now();
    const TimePoint now = clock_.now();
    const bool may_ask = state.asking.is_over(monotonic_now) && outbox_.next_ask_at(line) <= now;
    const bool may_send = state.sending.is_over(monotonic_now) && outbox_.next_send_at(line) <= now;
    if (!may_ask && !may_send) return false;
    Gateway* gateway = open(line, state);
    if (gateway == nullptr) return false;
    if (may_ask && ask(line, *gateway, state)) return true;
    return may_send && send_next(line, *gateway, state);
}

Gateway* DeliveryWorker::open(const LineId& line, LineState& state) {
    try {
        Gateway* gateway = gateways_.gateway_of(line);
        if (gateway == nullptr) {
            stop_line(line, state, "No account is set up for it any more.");
            offer_for_decision(line, no_account_to_ask);
        }
        return gateway;
    } catch (const GatewayError& error) {
        stop_line(line, state, error.what());
        still_cannot_ask(line, state, error.what());
        return nullptr;
    }
}

/// When the carrier cannot be asked, the texts in doubt wait, and what follows to their numbers. The others
/// leave: whether they can is for sending to find out.
bool DeliveryWorker::ask(const LineId& line, Gateway& gateway, LineState& state) {
    return asking(line, state,
                  [&] { return reconciler_.reconcile(line, gateway, gateways_.account_of(line)); });
}

/// A text that was in doubt is about to leave. While the carrier cannot be asked it waits, and lets the
/// others pass.
bool DeliveryWorker::may_send_again(const Text& text, Gateway& gateway, LineState& state) {
    std::optional<bool> may_leave;
    asking(text.line, state, [&] {
        may_leave = reconciler_.may_send_again(text, gateway, gateways_.account_of(text.line));
        return true;
    });
    if (!may_leave) outbox_.put_off(text.id, clock_.now() + backoff(text.attempts, random_));
    return may_leave.value_or(false);
}

/// What `ask` returns; true when it fails.
bool DeliveryWorker::asking(const LineId& line, LineState& state, const std::function<bool()>& ask) {
    try {
        if (!ask()) return false;
        state.asking = {};
        state.cannot_ask = false;
        state.cannot_ask_since.reset();
        watch_.asking_worked(line);
    } catch (const StoreError&) {
        throw;
    } catch (const Cancelled&) {
        throw;
    } catch (const GatewayError& error) {
        asking_failed(line, state, error.what());
    } catch (const std::exception&) {  // its words may quote the answer
        asking_failed(line, state, "The request was interrupted.");
    }
    return true;
}

void DeliveryWorker::asking_failed(const LineId& line, LineState& state, const std::string& reason) {
    if (!std::exchange(state.cannot_ask, true)) {
        log_.warning("Line " + masked_number(line.str()) +
                     ": the carrier cannot be asked whether it has a text. " + reason);
    }
    pause(state.asking);
    watch_.asking_failed(line, reason);
    still_cannot_ask(line, state, reason);
}

/// People need not wait for the carrier for ever: after ten minutes they may say what became of the texts.
void DeliveryWorker::still_cannot_ask(const LineId& line, LineState& state, const std::string& reason) {
    const MonotonicTime now = clock_.monotonic_now();
    if (!state.cannot_ask_since) state.cannot_ask_since = now;
    if (now - *state.cannot_ask_since < patience) return;
    offer_for_decision(line, "The carrier's answer was lost, and the carrier has not been able to say for " +
                                 pluralize(static_cast<std::uint64_t>((now - *state.cannot_ask_since) /
                                                                      std::chrono::minutes(1)),
                                           "minute", "minutes") +
                                 " whether it has it. " + reason);
}

void DeliveryWorker::offer_for_decision(const LineId& line, const std::string& reason) {
    for (const RequestId request_id : outbox_.offer_for_decision(line, reason))
        report_change(request_id);
}

/// What was permitted when Send was pressed may no longer be. A text that may not leave is settled or held.
/// Nothing leaves to what is no number, wherever it came from: it would miss the opt-out of the number that
/// it looks like.
bool DeliveryWorker::may_send_now(const Text& text) {
    const TimePoint now = clock_.now();
    std::optional<Refusal> refusal;
    if (!is_e164(text.number.str())) {
        refusal = Refusal{no_number};
    } else if (hooks_.refusal) {
        refusal = hooks_.refusal(text);
    }
    if (refusal) {
        outbox_.refuse(text.id, refusal->reason, now, settings_.get()->batch_window);
        return false;
    }
    const TimePoint from = hooks_.permitted_from ? hooks_.permitted_from(text, now) : now;
    if (from <= now) return true;
    outbox_.hold_for_hours(text.id, from, outside_hours, now);
    return false;
}

bool DeliveryWorker::send_next(const LineId& line, Gateway& gateway, LineState& state) {
    const std::optional<Text> next = outbox_.next_to_send(line, clock_.now());
    if (!next) return false;
    if (!may_send_now(*next)) {
        report_change(next->request_id);
        return true;
    }
    const MonotonicTime monotonic_now = clock_.monotonic_now();
    state.pace.set_rate(settings_.get()->segments_per_minute);
    state.pace_until = state.pace.available_from();
    if (state.pace_until > monotonic_now) return false;
    const bool must_be_looked_for = next->look == Look::before_leaving;
    if (must_be_looked_for && !may_send_again(*next, gateway, state)) return true;
    const NewRequest about_to_begin = {.to = gateways_.account_of(line).id,
                                       .carrier_at = carrier_now(gateway),
                                       .was_looked_up = must_be_looked_for};
    const std::optional<Text> text = outbox_.claim(line, clock_.now(), next->id, about_to_begin);
    if (!text) return true;  // it was stopped, or another one has come before it: the next turn sees to it
    state.pace.spend(static_cast<std::int64_t>(count_segments(text->body).segments), monotonic_now);
    if (hooks_.request_begins) hooks_.request_begins();
    settle(*text, request(*text, gateway), state);
    report_change(text->request_id);
    return true;
}

/// By the clock of the carrier; 0 while how far it is from ours is not known.
TimePoint DeliveryWorker::carrier_now(const Gateway& gateway) const {
    const std::optional<Milliseconds> ahead = gateway.clock_ahead();
    return ahead ? clock_.now() - *ahead : no_time;
}

TimePoint DeliveryWorker::deadline_of(const LineId& line) {
    const LineState& state = lines_[line];
    const auto when = [this](TimePoint due_at, MonotonicTime paused_until) {
        return std::max(due_at, clock_.deadline_of(paused_until));
    };
    return std::min(when(outbox_.next_send_at(line), state.send_from()),
                    when(outbox_.next_ask_at(line), state.asking.until));
}

void DeliveryWorker::taken(const E164& number) const {
    if (hooks_.taken) hooks_.taken(number);
}

void DeliveryWorker::report_change(RequestId request_id) const {
    if (hooks_.text_changed) hooks_.text_changed(request_id);
}

bool DeliveryWorker::stopping() const {
    return hooks_.stopping && hooks_.stopping();
}

}  // namespace send_text
