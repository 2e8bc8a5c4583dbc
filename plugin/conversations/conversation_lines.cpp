#include "conversations/conversation_lines.hpp"

#include <algorithm>

namespace send_text {

bool ConversationLines::is_known() const {
    const MutexLock lock(mutex_);
    return is_known_;
}

std::optional<LineId> ConversationLines::line_of(const RecordRef& record) const {
    const MutexLock lock(mutex_);
    const auto found = line_by_record_.find(record);
    return found == line_by_record_.end() ? std::nullopt : std::optional(lines_[found->second]);
}

void ConversationLines::refresh() {
    if (!is_wanted_) return;
    std::int64_t from = 0;
    {
        const MutexLock lock(mutex_);
        from = next_batch_id_;
    }
    // Before the batches: what opens in between is read twice rather than never.
    const std::int64_t next = conversations_.oldest_open_batch();
    const auto batches = conversations_.owned_batches(from);
    const MutexLock lock(mutex_);
    if (from != next_batch_id_) return;  // started anew meanwhile
    for (const auto& batch : batches) {
        const auto known = std::find(lines_.begin(), lines_.end(), batch.line);
        const auto index = static_cast<std::size_t>(known - lines_.begin());
        if (known == lines_.end()) lines_.push_back(batch.line);
        line_by_record_[batch.record] = index;
    }
    next_batch_id_ = next;
    is_known_ = true;
}

void ConversationLines::invalidate() {
    const MutexLock lock(mutex_);
    next_batch_id_ = 0;
    line_by_record_.clear();
}

}  // namespace send_text
