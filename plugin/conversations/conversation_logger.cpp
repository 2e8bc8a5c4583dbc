#include "conversations/conversation_logger.hpp"

#include <algorithm>
#include <exception>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "conversations/conversation_text.hpp"
#include "conversations/routing.hpp"
#include "core/backoff.hpp"
#include "core/masked_number.hpp"
#include "model/line_id.hpp"

namespace send_text {
namespace {

constexpr std::int64_t batches_at_once = 50;
constexpr std::int64_t failures_until_notice = 4;  // what passes by itself in seconds need not be told

std::string name_of(const ConversationBatch& batch) {
    return "The conversation with " + masked_number(batch.number.str()) + " (batch " +
           std::to_string(batch.id) + ")";
}

}  // namespace

ConversationLogger::ConversationLogger(ConversationStore& conversations, MessageLog& message_log,
                                       RecordDirectory& directory, Notifier& notifier,
                                       const WorkContext& context, std::function<bool()> stopping,
                                       const InboxReads* reads)
    : conversations_(conversations),
      message_log_(message_log),
      directory_(directory),
      notifier_(notifier),
      settings_(context.settings),
      clock_(context.clock),
      random_(context.random),
      log_(context.log),
      stopping_(std::move(stopping)),
      reads_(reads),
      clock_settings_(context.clock) {}

TimePoint ConversationLogger::step() {
    const MutexLock lock(mutex_);
    adjust_to_clock();
    const Milliseconds batch_window = settings_.get()->batch_window;
    const TimePoint now = clock_.now();
    conversations_.close_passed(now, batch_window, [this](const LineId& line) {
        return reads_ == nullptr ? no_deadline : reads_->read_to(line);
    });
    log_closed(now);
    // Those whose window has ended wait for the replies; whoever has read these wakes this.
    const TimePoint due_at = conversations_.next_due_at(batch_window, now);
    return reads_ == nullptr ? due_at : std::min(due_at, clock_.deadline_of(reads_->next_give_up_at()));
}

std::int64_t ConversationLogger::flush() {
    const MutexLock lock(mutex_);
    conversations_.close_all();
    return log_closed(no_deadline);
}

std::int64_t ConversationLogger::flush_record(const RecordRef& record) {
    const MutexLock lock(mutex_);
    conversations_.close_of(record);
    return log_closed(no_deadline);
}

void ConversationLogger::record_merged(const RecordRef& loser, const RecordRef& survivor) {
    const MutexLock lock(mutex_);
    conversations_.merge(loser, survivor);
}

void ConversationLogger::record_deleted(const RecordRef& record) {
    const MutexLock lock(mutex_);
    conversations_.forget(record, clock_.now());
}

/// What waits does so for a while, whatever is done to the clock. What another run put off may be wrong by
/// any time.
void ConversationLogger::adjust_to_clock() {
    const Milliseconds clock_change = clock_settings_.take_change();
    if (clock_change != Milliseconds::zero()) conversations_.clock_was_set(clock_change);
    if (!std::exchange(is_first_step_, false) && clock_change == Milliseconds::zero()) return;
    const TimePoint now = clock_.now();
    conversations_.wait_no_longer_than(now + max_backoff, now);
}

/// Tries each closed batch that is due at `due_at` once. Returns how many failed.
std::int64_t ConversationLogger::log_closed(TimePoint due_at) {
    std::set<std::int64_t> failed;
    bool did_something = true;
    while (did_something) {
        did_something = false;
        const auto failed_count = static_cast<std::int64_t>(failed.size());
        for (const ConversationBatch& batch :
             conversations_.unlogged(due_at, batches_at_once + failed_count)) {
            if (stopping()) return static_cast<std::int64_t>(failed.size());
            if (failed.contains(batch.id)) continue;
            did_something = true;
            if (!log(batch)) failed.insert(batch.id);
        }
    }
    return static_cast<std::int64_t>(failed.size());
}

bool ConversationLogger::log(const ConversationBatch& batch) {
    const std::string person =
        batch.records.size() == 1 ? name_of(batch.records.front(), directory_) : std::string();
    std::string message_id;
    try {
        message_id = message_log_.add({batch.log_key, settings_.get()->action_code,
                                       conversation_text(batch, person), batch.author_rep_id, batch.records});
    } catch (const std::exception& error) {
        log_failed(batch, error.what());
        return false;
    }
    // When this fails, the next try adds the same key, which is the same message.
    conversations_.logged(batch.id, message_id, clock_.now());
    are_people_notified_ = false;
    if (std::exchange(is_failing_, false)) log_.info("Conversations are logged again.");
    if (message_id.empty()) {
        log_.warning(name_of(batch) + " was not logged: all of its records are gone.");
    }
    return true;
}

void ConversationLogger::log_failed(const ConversationBatch& batch, const std::string& reason) {
    const Milliseconds wait = backoff(batch.log_attempts + 1, random_);
    conversations_.log_failed(batch.id, clock_.now() + wait, reason);
    if (!std::exchange(is_failing_, true)) {
        log_.warning(name_of(batch) + " could not be logged. Send Text will try again. " + reason);
    }
    if (batch.log_attempts + 1 == failures_until_notice && !std::exchange(are_people_notified_, true)) {
        notifier_.notify(0, "Text conversations cannot be logged",
                         "They are kept, and Send Text will try again. " + reason, batch.records);
    }
}

bool ConversationLogger::stopping() const {
    return stopping_ && stopping_();
}

}  // namespace send_text
