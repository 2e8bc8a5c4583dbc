#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "core/e164.hpp"
#include "core/media.hpp"
#include "core/record.hpp"
#include "core/time.hpp"
#include "model/conversation.hpp"
#include "model/line_id.hpp"
#include "model/text.hpp"
#include "model/text_decision.hpp"
#include "store/database.hpp"

namespace send_text {

/// Conversations, their batches and the inbox. Each call is one durable transaction.
/// Threads: any; the database takes turns.
class ConversationStore {
  public:
    explicit ConversationStore(Database& database);

    /// Adds what was listed to its conversation's open batch (opening one when the window of the last has
    /// passed), owned by `records`; without any it is an unassigned reply, in no batch.
    /// A carrier_message_id that the line already has, as a message or as a text of ours, changes nothing.
    /// Returns whether it was new. Throws std::invalid_argument for a message without a carrier_message_id.
    bool add(const ListedMessage& message, const std::vector<RecordRef>& records, TimePoint now,
             Milliseconds batch_window);

    /// The same for a message from the line. One that is a text of ours about which a person decided is not
    /// added but settles that text, and is what is returned; when the text was sent a second time it is added
    /// as well, as its sender's. Without `records` nothing is added.
    std::optional<LateFinding> add_outbound(const ListedMessage& message,
                                            const std::vector<RecordRef>& records, TimePoint now,
                                            Milliseconds batch_window);

    /// Whether it was added, or was there before the line's account (AccountStore::begin_line).
    bool has_message(const LineId& line, const std::string& carrier_message_id) const;

    /// The number under which it was added, in the order of adding; 0: it was there before the line's
    /// account. Nothing: neither.
    std::optional<std::int64_t> filed_number(const LineId& line, const std::string& carrier_message_id) const;

    /// What was added after a number, as written to somebody from the line in the carrier's own application.
    std::vector<ListedMessage> filed_as_others(const LineId& line, const E164& number,
                                               std::int64_t after) const;

    /// The owners of the latest text that left, or may have left, from the line to the number; empty when
    /// there is none.
    std::vector<RecordRef> owners_of_latest_text(const LineId& line, const E164& number) const;

    /// The line, of those given, on which the last conversation with the number was.
    std::optional<LineId> latest_line(const E164& number, const std::set<LineId>& lines) const;

    /// A record's part in a conversation.
    struct OwnedBatch {
        std::int64_t batch_id = 0;
        LineId line;
        RecordRef record;
    };

    /// Those of the batches from an id on, in their order.
    std::vector<OwnedBatch> owned_batches(std::int64_t from_batch_id) const;

    /// The id of the oldest batch that may yet get another owner; of the next one when there is none.
    std::int64_t oldest_open_batch() const;

    /// Who wrote that text.
    std::optional<Sender> latest_sender(const LineId& line, const E164& number) const;

    /// Until when all is filed that came in on a line.
    using ReadTo = std::function<TimePoint(const LineId& line)>;

    /// Closes the batches whose window has passed, and of whose time all is filed. Nothing joins a closed
    /// batch.
    void close_passed(TimePoint now, Milliseconds batch_window, const ReadTo& read_to);

    /// Closes what is open now: all batches, or those that a record owns.
    void close_all();
    void close_of(const RecordRef& record);

    /// Closed batches that are due to be logged, oldest first.
    std::vector<ConversationBatch> unlogged(TimePoint now, std::int64_t limit) const;

    /// What became of logging a closed batch. One that forget() has settled meanwhile stays as it is.
    void logged(std::int64_t batch_id, const std::string& message_id, TimePoint now);
    void log_failed(std::int64_t batch_id, TimePoint retry_not_before, const std::string& reason);

    /// The clock was set forward by so much (back: less than 0): what waits to be logged again does so for as
    /// long as it would have.
    void clock_was_set(Milliseconds by);

    /// What an earlier run, or a clock that was corrected since, put off too far: what is to be logged again
    /// waits no longer than until a time, and no window begins later than now.
    void wait_no_longer_than(TimePoint latest, TimePoint now);

    /// When the next window ends, after now, or a batch is due to be logged again; no_deadline when there
    /// is none.
    TimePoint next_due_at(Milliseconds batch_window, TimePoint now) const;

    /// Everything that points at the loser points at the survivor from now on, unlogged batches included, and
    /// what is added later by those who have not heard of it.
    void merge(const RecordRef& loser, const RecordRef& survivor);

    /// The record is gone: it owns nothing any more. A batch left without owner has nowhere to be logged and
    /// counts as logged.
    void forget(const RecordRef& record, TimePoint now);

    /// How many replies are in no batch.
    std::int64_t unassigned_count() const;

  private:
    Database& database_;
};

}  // namespace send_text
