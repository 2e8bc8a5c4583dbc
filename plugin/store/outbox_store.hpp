#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "core/e164.hpp"
#include "core/time.hpp"
#include "model/ids.hpp"
#include "model/line_id.hpp"
#include "model/request_progress.hpp"
#include "model/text.hpp"
#include "model/text_decision.hpp"
#include "model/unreported_failure.hpp"
#include "model/waiting_text.hpp"
#include "store/database.hpp"

namespace send_text {

/// So many texts of a request leave before another request of the line has its turn: group messages are best
/// sent in batches of under 50.
inline constexpr std::int64_t max_batch = 49;

/// A request to a carrier that is about to begin.
struct NewRequest {
    CarrierAccount to = {};
    TimePoint carrier_at{};      ///< the time by the carrier's clock; no_time: not known
    bool was_looked_up = false;  ///< just now, a text that must be (Look::before_leaving)
};

/// A text of ours that the carrier has.
struct TakenText {
    std::int64_t request_number = 0;  ///< 0: not known
    TimePoint sending_since{};        ///< when that request began
    CarrierAccount handed_to = {};
    bool was_answered = false;  ///< the carrier said so at once; else it was found in the list
};

/// How many texts of a sender something is said of.
struct SenderCount {
    std::int64_t rep_id = 0;
    std::int64_t texts = 0;
};

/// A text of which it is not known whether its carrier took the last request about it. Sent again, it is
/// another one.
struct TextInDoubt {
    TextId text_id{};
    std::int64_t request_number = 0;
    std::int64_t rep_id = 0;  ///< its sender
    std::string reason = {};
};

/// The texts that must leave. Each call is one durable transaction. A change of state that the life of a text
/// does not know (may_become) throws StoreError with the text's id and both states, and changes nothing.
/// Threads: any; the database takes turns.
class OutboxStore {
  public:
    explicit OutboxStore(Database& database);

    /// Commits all texts of a request as queued, and returns the request's id. Throws std::invalid_argument
    /// when there are none. `about_to_commit` is told the id before anybody else can see the texts; should
    /// the commit fail then, there is no such request.
    RequestId commit(const SendRequest& request, TimePoint now,
                     const std::function<void(RequestId request_id)>& about_to_commit = {});

    /// What the last run left in `sending` may have left: makes it unknown. Called once, at the start.
    /// Returns how many there were.
    std::int64_t recover(TimePoint now);

    /// The queued text of the line that leaves next; nothing when none is due. What was put back and is due
    /// comes before what was never tried; of that, all first batches come before the second ones, and so on.
    /// A text to a number waits until the earlier ones to it are settled, or held: none overtakes another.
    std::optional<Text> next_to_send(const LineId& line, TimePoint now) const;

    /// Takes that text, as `sending`, and counts it; that is durable before it returns. With `expected_id`
    /// nothing is taken when another one is next by now.
    std::optional<Text> claim(const LineId& line, TimePoint now,
                              std::optional<TextId> expected_id = std::nullopt,
                              const NewRequest& request = {});

    /// A run begins: what waits since an earlier one does not leave before it was looked for (Look::once).
    /// Not what waits for a person.
    void require_lookup_of_all_queued();

    /// The texts of the line that are to be looked for in the carrier's list, oldest first: the unknown ones,
    /// due or not, and of the queued ones those that must be.
    std::vector<Text> texts_to_look_up(const LineId& line) const;

    /// The carrier does not have a text that an earlier run queued: it may leave. One that is not queued any
    /// more stays as it is.
    void record_lookup(TextId text_id);

    /// `queued`: it leaves no earlier than a time. A text that is not queued any more stays as it is.
    void put_off(TextId text_id, TimePoint not_before);

    /// `unknown` or `queued` → accepted, as accepted() does: the carrier turned out to have it, since a time.
    /// Another one stays as it is: false.
    bool found(TextId text_id, const std::string& carrier_message_id, TimePoint taken_at,
               const CarrierAccount& account, TimePoint now, Milliseconds batch_window);

    /// `unknown` or `queued` → held for a person to decide, as hold_for_person() does. Another one stays as
    /// it is: false.
    bool leave_to_person(TextId text_id, const std::string& reason, TimePoint now);

    /// Those of the carrier's ids that texts of ours carry.
    std::map<std::string, TakenText> taken_texts(const LineId& line,
                                                 const std::vector<std::string>& carrier_message_ids) const;

    /// `queued` → held until texting is permitted where the number is, with the reason. A text that is not
    /// queued any more stays as it is.
    void hold_for_hours(TextId text_id, TimePoint until, const std::string& reason, TimePoint now);

    /// `queued` → rejected, with the reason why it may not leave, as rejected() does. A text that is not
    /// queued any more stays as it is.
    void refuse(TextId text_id, const std::string& reason, TimePoint now, Milliseconds batch_window);

    /// Texts held for hours that are over by a time (no_deadline: all) → queued. Returns how many.
    std::int64_t release(TimePoint until, TimePoint now);

    /// When the next of them is over; no_deadline when there is none.
    TimePoint next_release_at() const;

    /// The texts that are held for hours, and: those of them that are named → queued.
    std::vector<Text> held_for_hours() const;
    void release_texts(const std::vector<TextId>& text_ids, TimePoint now);

    /// Whose texts are queued on a line (empty: on any), and how many.
    std::vector<SenderCount> senders_waiting(const LineId& line) const;

    /// Whose texts of a line wait until it is known whether they, or earlier ones to their numbers, were
    /// sent.
    std::vector<SenderCount> senders_in_doubt(const LineId& line) const;

    /// Those of them that are in doubt themselves.
    std::vector<TextInDoubt> texts_in_doubt(const LineId& line) const;

    /// The texts of a line that were tried and are queued again, or unknown.
    std::vector<Text> delayed_texts(const LineId& line) const;

    /// How many texts were ever claimed.
    std::int64_t requests_begun() const;

    /// So many were, though the store knows of fewer: it is an older one. What it has as waiting may have
    /// been sent since, so all of it is looked for before it leaves. Returns how many texts that are.
    std::int64_t store_is_older(std::int64_t requests_begun, TimePoint now);

    /// Lines that have queued or unknown texts.
    std::vector<LineId> lines_with_work() const;

    /// When the next text of the line may leave (no_time: at once), or is to be asked about; no_deadline when
    /// there is none.
    TimePoint next_send_at(const LineId& line) const;
    TimePoint next_ask_at(const LineId& line) const;

    /// The clock was set forward by so much (back: less than 0): what waits does so for as long as it would
    /// have. Held texts keep their time, which is one of the day.
    void clock_was_set(Milliseconds by);

    /// What is queued or unknown waits no longer than until a time.
    void wait_no_longer_than(TimePoint latest);

    /// `sending` or `unknown` → accepted; the text joins its conversation's batch in the same transaction.
    /// Said again with the same carrier_message_id it changes nothing. What a person decided meanwhile
    /// stands: this, put_back and answer_lost then change nothing but the carrier_message_id of what was
    /// sent.
    void accepted(TextId text_id, const std::string& carrier_message_id, TimePoint now,
                  Milliseconds batch_window);

    /// Somebody wants the rest of a request not to be sent: what has not left, queued or held for hours,
    /// → cancelled. Returns how many there were; the audit trail tells of it.
    std::int64_t stop(RequestId request_id, const Sender& who, TimePoint now);

    /// Nor what the carrier is being asked about, unless it turns out to have it: unknown → cancelled, as a
    /// person decides it (decide). Returns how many there were.
    std::int64_t stop_asked(RequestId request_id, const Sender& who, TimePoint now,
                            Milliseconds batch_window);

    /// The same for single texts, those that have left but for the carrier's answer included. Who may stop
    /// them is the caller's to know. Returns how many of each request were stopped.
    std::map<RequestId, std::int64_t> stop_texts(const std::vector<TextId>& text_ids, const Sender& who,
                                                 TimePoint now, Milliseconds batch_window);

    /// `sending` or `queued` → rejected, with the reason; it joins the batch too, marked as not sent.
    void rejected(TextId text_id, const std::string& reason, TimePoint now, Milliseconds batch_window);

    /// `sending` or `unknown` → queued, not before a time, with the reason. One that was unknown is looked
    /// for once more before it leaves.
    void put_back(TextId text_id, TimePoint not_before, const std::string& reason, TimePoint now);

    /// `sending` → unknown, to be asked about no earlier than a time; `unknown` stays and is asked later.
    void answer_lost(TextId text_id, TimePoint ask_not_before, const std::string& reason, TimePoint now);

    /// `unknown` or `queued` → held for a person to decide, with the reason.
    void hold_for_person(TextId text_id, const std::string& reason, TimePoint now);

    /// The carrier cannot be asked about the line's unknown texts, for the reason: a person may decide about
    /// them as if they were held for one. They stay unknown, so that the carrier still settles them when it
    /// can be asked before. Returns the requests of those about which nobody could decide before.
    std::set<RequestId> offer_for_decision(const LineId& line, const std::string& reason);

    /// What waits for a person, the oldest requests first.
    std::vector<UndecidedGroup> undecided() const;

    /// The ids of the texts in such groups, in their order.
    std::vector<TextId> undecided_ids(const std::vector<UndecidedGroup>& groups) const;

    /// Those of the texts that still wait for a person.
    std::vector<Text> undecided_texts(const std::vector<TextId>& text_ids) const;

    /// A person decided about texts that wait for one: they were sent → accepted, they are to be sent →
    /// queued, or they are not to be sent → cancelled. What does not wait for a person any more stays as it
    /// is, and the result says what was decided before. Who may decide is the caller's to know.
    DecisionResult decide(const std::vector<TextId>& text_ids, Decision decision, const Sender& who,
                          TimePoint now, Milliseconds batch_window);

    /// The unknown texts of the line that are due to be asked about, oldest first.
    std::vector<Text> unknown_texts(const LineId& line, TimePoint now) const;

    /// Whether a text of ours, settled or not, carries this id of the carrier.
    bool has_carrier_message(const LineId& line, const std::string& carrier_message_id) const;

    /// Whether a text to this number is `sending` or `unknown`, or must yet be looked for: an outbound
    /// message that is listed may be it, whatever its body, for the carrier may have altered that.
    bool may_be_ours(const LineId& line, const E164& number) const;

    /// What the carrier says later of an accepted text: delivered, or failed with a reason. Others stay.
    /// Returns the text's request when it was news.
    std::optional<RequestId> record_progress(const LineId& line, const std::string& carrier_message_id,
                                             TextState state, const std::string& reason, TimePoint now);

    /// The failures (progressed) whose senders have not been told, oldest first, of earlier runs too.
    std::vector<UnreportedFailure> unreported_failures() const;

    /// These are not given again.
    void mark_failures_reported(std::span<const UnreportedFailure> failures);

    RequestProgress progress(RequestId request_id) const;

    /// Why those of them wait that have not left. Where none was tried: why their line takes none now.
    RequestDelay delay(RequestId request_id, TimePoint now) const;

    /// The requests of which several texts are queued or held for hours, the oldest first.
    std::vector<RequestId> requests_under_way() const;

    /// How many segments leave until the last queued text of a request has, that of other requests which has
    /// its turn before included. Lines do not wait for each other: it is that of the longest.
    std::int64_t segments_until_sent(RequestId request_id) const;

    /// How many segments of other requests leave from a line before the last text of a new request of so many
    /// texts does.
    std::int64_t segments_before(const LineId& line, std::size_t texts) const;

    /// The texts of a request, in the order of the request.
    std::vector<Text> texts_of(RequestId request_id) const;

    /// Those of them that were not sent or are held for a person to decide, at most so many; what a person
    /// cancelled comes last.
    std::vector<Text> unsent_of(RequestId request_id, std::int64_t limit) const;

    /// Those of them that are held for a person to decide.
    std::vector<TextInDoubt> held_for_person(RequestId request_id) const;

    /// Who pressed Send; nobody when there is no such request.
    Sender sender_of(RequestId request_id) const;

    /// The requests of which a text waits (WaitingText), the oldest first.
    std::vector<RequestId> requests_waiting() const;

    /// The texts of a request that wait, by line.
    std::vector<WaitingGroup> waiting(RequestId request_id) const;

    /// Those of the texts that still wait.
    std::vector<WaitingOwnedText> waiting_texts(const std::vector<TextId>& text_ids) const;

  private:
    std::int64_t stop_asked_texts(const std::vector<TextId>& text_ids, const Sender& who, TimePoint now,
                                  Milliseconds batch_window);

    Database& database_;
};

}  // namespace send_text
