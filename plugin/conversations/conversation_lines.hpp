#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/mutex.hpp"
#include "core/record.hpp"
#include "model/line_id.hpp"
#include "store/conversation_store.hpp"

namespace send_text {

/// On which line the last conversation with each record was: kept in memory, since a menu must be answered at
/// once. Only wanted where somebody has no line of their own.
/// Threads: the main thread, the host's workers and the logging worker; guarded by mutex_.
class ConversationLines {
  public:
    explicit ConversationLines(const ConversationStore& conversations) : conversations_(conversations) {}

    /// From now on refresh() keeps it.
    void want() { is_wanted_ = true; }

    /// Whether it has been read.
    bool is_known() const;

    /// Nothing when the record has no conversation.
    std::optional<LineId> line_of(const RecordRef& record) const;

    /// Reads what is new, if it is wanted. Blocks on the store: not the main thread.
    void refresh();

    /// Records were merged or deleted: the next refresh reads all again.
    void invalidate();

  private:
    struct Hash {
        std::size_t operator()(const RecordRef& record) const {
            return std::hash<std::int64_t>()(record.id * 4 + static_cast<std::int64_t>(record.kind));
        }
    };

    const ConversationStore& conversations_;
    std::atomic<bool> is_wanted_{false};
    mutable Mutex mutex_;
    bool is_known_ GUARDED_BY(mutex_) = false;
    std::int64_t next_batch_id_ GUARDED_BY(mutex_) = 0;
    std::vector<LineId> lines_ GUARDED_BY(mutex_);
    std::unordered_map<RecordRef, std::size_t, Hash> line_by_record_
        GUARDED_BY(mutex_);  ///< index into lines_
};

}  // namespace send_text
