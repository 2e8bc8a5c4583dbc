#pragma once

#include <atomic>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/clock.hpp"
#include "core/clock_settings.hpp"
#include "core/e164.hpp"
#include "core/log.hpp"
#include "core/random.hpp"
#include "core/refusal.hpp"
#include "core/time.hpp"
#include "delivery/line_state.hpp"
#include "delivery/line_watch.hpp"
#include "delivery/reconciler.hpp"
#include "gateway/line_gateways.hpp"
#include "model/current_settings.hpp"
#include "model/ids.hpp"
#include "model/line_id.hpp"
#include "model/work_context.hpp"
#include "store/conversation_store.hpp"
#include "store/outbox_store.hpp"

namespace send_text {

/// What the delivery worker tells and asks. Any may be empty.
/// Threads: the delivery worker.
struct DeliveryHooks {
    /// A text of this request changed.
    std::function<void(RequestId request_id)> text_changed;
    /// The line cannot text for now, with the reason in words; once until it can again.
    std::function<void(const LineId& line, const std::string& reason)> line_stopped;
    /// The line texts again after it was said to have stopped.
    std::function<void(const LineId& line)> line_resumed;
    /// Texts wait for so long that their senders should know, and the administrators.
    std::function<void(const WaitingTexts& waiting)> texts_wait = {};
    /// Those who were told are to know that it is over.
    std::function<void(const WaitEnded& over)> wait_ended = {};
    /// A text is about to be requested of its carrier; the store has it as being sent.
    std::function<void()> request_begins = {};
    /// Why a text that is about to leave may not. It is rejected then.
    std::function<std::optional<Refusal>(const Text& text)> refusal;
    /// The carrier took a text to this number.
    std::function<void(const E164& number)> taken = {};
    /// The carrier rejected a text, and told something of its number.
    std::function<void(const E164& number, NumberFact fact, const std::string& reason)> learned = {};
    /// From when on a text may leave where its number is; not after now: at once. It is held until then.
    std::function<TimePoint(const Text& text, TimePoint now)> permitted_from;
    /// True: leave the step when the request that is under way has ended.
    std::function<bool()> stopping;
};

/// Takes the texts of the outbox to their carriers. One worker for one store.
/// Threads: the delivery worker; accounts_changed_ and hours_changed_ are atomic, any sets them.
class DeliveryWorker {
  public:
    /// All that is referred to must outlive this.
    DeliveryWorker(OutboxStore& outbox, const ConversationStore& conversations, LineGateways& gateways,
                   const WorkContext& context, DeliveryHooks hooks);

    /// Sends what is due, a bounded number of texts, the lines in turns, and returns when it wants to be
    /// called again. The first step makes unknown what an earlier run left under way. Throws StoreError when
    /// the store fails; what the carrier answered is then kept and written by the next step before anything
    /// else. Throws Cancelled when Send Text is shutting down.
    TimePoint step();

    /// Accounts or passwords changed: lines that wait are tried again by the next step. Any thread.
    void accounts_changed();

    /// The hours changed: what is held for them is looked at again by the next step. Any thread.
    void hours_changed();

  private:
    /// What a carrier answered about a text, while the store does not have it.
    struct UnwrittenAnswer {
        TextId text_id{};
        LineId line;
        std::function<void()> write;
    };

    TimePoint do_what_is_due();
    void apply_account_changes();
    void adjust_to_clock();
    TimePoint later(Milliseconds wait);
    void release_for_hours();
    void catch_up();
    void recover();
    void give_up_writing(const std::string& error);
    void send_in_turns();
    std::vector<LineId> lines_in_turn() const;
    bool take_turn(const LineId& line);
    Gateway* open(const LineId& line, LineState& state);
    bool ask(const LineId& line, Gateway& gateway, LineState& state);
    bool may_send_again(const Text& text, Gateway& gateway, LineState& state);
    bool asking(const LineId& line, LineState& state, const std::function<bool()>& ask);
    void asking_failed(const LineId& line, LineState& state, const std::string& reason);
    void still_cannot_ask(const LineId& line, LineState& state, const std::string& reason);
    void offer_for_decision(const LineId& line, const std::string& reason);
    bool may_send_now(const Text& text);
    bool send_next(const LineId& line, Gateway& gateway, LineState& state);
    TimePoint carrier_now(const Gateway& gateway) const;
    SendResult request(const Text& text, Gateway& gateway);
    void settle(const Text& text, const SendResult& result, LineState& state);
    void try_later(const Text& text, const SendResult& result, LineState& state);
    void try_others_first(const Text& text, const std::string& reason, LineState& state);
    void write(const Text& text, std::function<void()> answer);

    void pause(Pause& pause, std::optional<Seconds> retry_after = std::nullopt);
    void stop_line(const LineId& line, LineState& state, const std::string& reason);
    void line_works(const LineId& line, LineState& state);
    TimePoint deadline_of(const LineId& line);
    void taken(const E164& number) const;
    void report_change(RequestId request_id) const;
    bool stopping() const;

    OutboxStore& outbox_;
    LineGateways& gateways_;
    const CurrentSettings& settings_;
    Clock& clock_;
    RandomSource& random_;
    Log& log_;
    DeliveryHooks hooks_;
    Reconciler reconciler_;
    LineWatch watch_;
    ClockSettings clock_settings_;
    std::map<LineId, LineState> lines_;
    LineId last_line_;
    bool is_first_step_ = true;
    MonotonicTime latest_wait_end_{};  ///< of any text
    bool must_recover_ = true;
    std::optional<UnwrittenAnswer> unwritten_;
    std::atomic<bool> accounts_changed_{false};
    std::atomic<bool> hours_changed_{false};
};

}  // namespace send_text
