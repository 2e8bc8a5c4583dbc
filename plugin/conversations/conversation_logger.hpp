#pragma once

#include <cstdint>
#include <functional>

#include "conversations/inbox_reads.hpp"
#include "core/clock.hpp"
#include "core/clock_settings.hpp"
#include "core/log.hpp"
#include "core/message_log.hpp"
#include "core/mutex.hpp"
#include "core/notifier.hpp"
#include "core/random.hpp"
#include "core/record.hpp"
#include "core/record_directory.hpp"
#include "core/time.hpp"
#include "model/current_settings.hpp"
#include "model/work_context.hpp"
#include "store/conversation_store.hpp"

namespace send_text {

/// Closes conversation batches when their window has passed and logs each as one message of the host, exactly
/// once: a batch keeps its key through every try.
/// Threads: the logging worker and the host's workers, one at a time by mutex_.
class ConversationLogger {
  public:
    /// All that is referred to must outlive this. `stopping` is asked between messages: true ends the call.
    /// When a window has ended, its batch is closed once the replies of until then have been read, as `reads`
    /// tells; nullptr: they have.
    ConversationLogger(ConversationStore& conversations, MessageLog& message_log, RecordDirectory& directory,
                       Notifier& notifier, const WorkContext& context, std::function<bool()> stopping,
                       const InboxReads* reads = nullptr);

    /// Logs what is due and returns when it wants to be called again. Throws StoreError.
    TimePoint step();

    /// Closes every open batch, or those of a record, and logs all that are closed, those that wait for
    /// another try too. Returns how many could not be logged; they are tried again by step(). Throws
    /// StoreError.
    std::int64_t flush();
    std::int64_t flush_record(const RecordRef& record);

    /// The host made two records one: what the loser owned is the survivor's. Throws StoreError.
    void record_merged(const RecordRef& loser, const RecordRef& survivor);

    /// The host's record is gone. Throws StoreError.
    void record_deleted(const RecordRef& record);

  private:
    void adjust_to_clock() REQUIRES(mutex_);
    std::int64_t log_closed(TimePoint due_at) REQUIRES(mutex_);
    bool log(const ConversationBatch& batch) REQUIRES(mutex_);
    void log_failed(const ConversationBatch& batch, const std::string& reason) REQUIRES(mutex_);
    bool stopping() const;

    ConversationStore& conversations_;
    MessageLog& message_log_;
    RecordDirectory& directory_;
    Notifier& notifier_;
    const CurrentSettings& settings_;
    Clock& clock_;
    RandomSource& random_;
    Log& log_;
    std::function<bool()> stopping_;
    const InboxReads* reads_;
    Mutex mutex_;
    ClockSettings clock_settings_ GUARDED_BY(mutex_);
    bool is_first_step_ GUARDED_BY(mutex_) = true;
    bool is_failing_ GUARDED_BY(mutex_) = false;           // and it was logged
    bool are_people_notified_ GUARDED_BY(mutex_) = false;  // and people know
};

}  // namespace send_text
