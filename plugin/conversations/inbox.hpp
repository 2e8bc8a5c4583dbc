#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_set>
#include <vector>

#include "consent/consent_register.hpp"
#include "conversations/inbox_reads.hpp"
#include "core/clock.hpp"
#include "core/clock_settings.hpp"
#include "core/log.hpp"
#include "core/mutex.hpp"
#include "core/notifier.hpp"
#include "core/random.hpp"
#include "core/record_directory.hpp"
#include "core/time.hpp"
#include "gateway/line_gateways.hpp"
#include "model/current_settings.hpp"
#include "model/ids.hpp"
#include "model/line_id.hpp"
#include "model/work_context.hpp"
#include "store/conversation_store.hpp"
#include "store/outbox_store.hpp"

namespace send_text {

/// What the inbox tells and asks. Any may be empty.
/// Threads: the replies worker.
struct InboxHooks {
    /// The carrier turned out to have a text of this request.
    std::function<void(RequestId request_id)> text_changed = {};
    /// The carrier could not deliver one that it took.
    std::function<void(RequestId request_id)> text_failed = {};
    /// Asked between requests. True: leave the step.
    std::function<bool()> stopping = {};
};

/// Polls the carriers for what came in and for how our texts fare, and files it.
/// Threads: the replies worker; hints come from any, guarded by soon_mutex_.
class Inbox {
  public:
    /// All that is referred to must outlive this.
    Inbox(OutboxStore& outbox, ConversationStore& conversations, LineGateways& gateways,
          ConsentRegister& consent, RecordDirectory& directory, Notifier& notifier,
          const WorkContext& context, InboxHooks hooks);

    /// Polls the lines that are due, and returns when it wants to be called again. A line that fails waits by
    /// itself. Throws StoreError when the accounts cannot be read.
    TimePoint step();

    /// Accounts or passwords changed: all lines are polled by the next step. Any thread.
    void accounts_changed();

    /// Something happened on the line: it is polled by the next step, but not twice in a second for such a
    /// reason; then it is at the second's end. Any thread.
    void poll_soon(const LineId& line);

    /// Until when the lists have been read.
    const InboxReads& reads() const { return reads_; }

  private:
    struct LineState {
        std::optional<MonotonicTime> polled_at;       // none: it is due at once
        std::optional<MonotonicTime> hinted_poll_at;  // the last that poll_soon asked for, or the next
        bool is_hinted = false;                       // and no poll has come since
        Milliseconds pause{0};                        // after a failure: the least until the next poll
        std::int64_t failures = 0;                    // in a row
        bool was_read = false;                        // a poll has read the list in this run
        TimePoint looked_at_to{};                     // of what is older, nothing new can be listed
        bool left_some = false;                       // and it was logged
        bool skipped_some = false;                    // and it was logged
        bool is_broken_off = false;               // the list could not be read to its end, and it was logged
        std::unordered_set<std::string> settled;  // ids of messages that need no further look
        std::unordered_set<std::string> failed;   // and of those that could not be filed
    };

    /// What became of a listed message.
    enum class Filed { settled, later };

    void take_hints();
    MonotonicTime due_at(const LineState& state) const;
    void poll(const Line& line, LineState& state);
    void poll_failed(const Line& line, LineState& state, const std::string& reason,
                     bool are_credentials_refused);
    void poll_ended(LineState& state, Milliseconds pause) const;
    std::vector<CarrierMessage> list(const Line& line, LineState& state, Gateway& gateway);
    void list_broken_off(const Line& line, LineState& state, const std::optional<std::string>& reason);
    void log_skipped(const Line& line, LineState& state, std::int64_t skipped);
    bool file_all(const Line& line, LineState& state, std::vector<CarrierMessage> messages);
    Filed file(const Line& line, const CarrierMessage& message);
    Filed file_inbound(const Line& line, const CarrierMessage& message);
    Filed file_outbound(const Line& line, const CarrierMessage& message);
    Filed file_progress(const Line& line, const CarrierMessage& message);
    Filed file_late(const Line& line, const CarrierMessage& message, const LateFinding& finding,
                    const std::vector<RecordRef>& records);
    void notify(const Line& line, const CarrierMessage& message, const std::vector<RecordRef>& records);
    bool may_be_ours(const Line& line, const CarrierMessage& message) const;
    bool is_known(const Line& line, const CarrierMessage& message) const;
    Milliseconds poll_interval() const;
    Milliseconds batch_window() const;
    bool stopping() const;

    OutboxStore& outbox_;
    ConversationStore& conversations_;
    LineGateways& gateways_;
    ConsentRegister& consent_;
    RecordDirectory& directory_;
    Notifier& notifier_;
    const CurrentSettings& settings_;
    Clock& clock_;
    RandomSource& random_;
    Log& log_;
    InboxHooks hooks_;
    std::map<LineId, LineState> lines_;
    ClockSettings clock_settings_;
    InboxReads reads_;
    std::atomic<bool> accounts_changed_{false};
    Mutex soon_mutex_;
    std::set<LineId> soon_ GUARDED_BY(soon_mutex_);  ///< lines to be polled by the next step
};

}  // namespace send_text
