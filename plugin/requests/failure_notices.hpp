#pragma once

#include <atomic>
#include <functional>
#include <optional>
#include <vector>

#include "core/clock.hpp"
#include "core/notifier.hpp"
#include "core/record_directory.hpp"
#include "core/time.hpp"
#include "model/ids.hpp"
#include "store/outbox_store.hpp"

namespace send_text {

/// Tells senders of texts that their carrier took and could not deliver. What comes within a minute is told
/// together; what a window shows is not told again. Each is told, by whichever run of the plug-in.
/// Threads: the delivery worker looks, the replies worker says that there is something; has_failed_ is
/// atomic.
class FailureNotices {
  public:
    /// `is_in_view`: whether a window shows a request. All must outlive this.
    FailureNotices(OutboxStore& outbox, RecordDirectory& directory, Notifier& notifier, const Clock& clock,
                   std::function<bool(RequestId request_id)> is_in_view);

    /// A text has failed. Any thread; answers at once.
    void failed() { has_failed_ = true; }

    /// Tells what is due, and returns when it wants to be called again. Blocks on the store and on the host's
    /// records. One thread.
    TimePoint look();

  private:
    void notify_senders();
    std::vector<std::string> names_of(const std::vector<UnreportedFailure>& failures, std::size_t max_count);

    OutboxStore& outbox_;
    RecordDirectory& directory_;
    Notifier& notifier_;
    const Clock& clock_;
    std::function<bool(RequestId)> is_in_view_;
    std::atomic<bool> has_failed_{true};  ///< an earlier run may have left some
    std::optional<MonotonicTime> due_at_;
};

}  // namespace send_text
