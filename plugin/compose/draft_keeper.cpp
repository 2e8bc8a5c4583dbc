#include "compose/draft_keeper.hpp"

#include <algorithm>
#include <utility>

namespace send_text {
namespace {

constexpr std::chrono::hours purge_interval{24};

}  // namespace

DraftKeeper::DraftKeeper(DraftStore& store, Clock& clock, std::function<void()> wake)
    : store_(store), clock_(clock), wake_(std::move(wake)) {}

void DraftKeeper::keep(Draft draft) {
    if (draft.body.size() > max_kept_bytes) return;
    const DraftId id = draft.id;
    put(id, std::move(draft));
}

void DraftKeeper::forget(const DraftId& id) {
    put(id, std::nullopt);
}

void DraftKeeper::forget_now(const DraftId& id) {
    put(id, std::nullopt);
    try {
        write();
    } catch (const StoreError&) {
        // It waits for the next step, which tells of it when it fails, too.
    }
}

void DraftKeeper::put(const DraftId& id, std::optional<Draft> draft) {
    {
        const MutexLock lock(mutex_);
        waiting_[id] = std::move(draft);
    }
    wake_();
}

std::optional<Draft> DraftKeeper::find(const DraftId& id) {
    {
        const MutexLock lock(mutex_);
        for (const Changes* const changes : {&waiting_, &being_written_}) {
            if (const auto found = changes->find(id); found != changes->end()) return found->second;
        }
    }
    return store_.find(id);
}

TimePoint DraftKeeper::step() {
    const MonotonicTime now = clock_.monotonic_now();
    if (now >= next_purge_) {
        store_.purge(clock_.now() - kept_for);
        next_purge_ = now + purge_interval;
    }
    if (!has_changes()) return clock_.deadline_of(next_purge_);
    if (now >= next_write_) {
        write();
        next_write_ = now + write_pause;
    }
    return clock_.deadline_of(std::min(next_write_, next_purge_));
}

bool DraftKeeper::has_changes() {
    const MutexLock lock(mutex_);
    return !waiting_.empty();
}

void DraftKeeper::flush() {
    write();
}

void DraftKeeper::write() {
    const MutexLock writing(writing_);
    DraftChanges changes;
    {
        const MutexLock lock(mutex_);
        being_written_ = std::exchange(waiting_, {});
        for (const auto& [id, draft] : being_written_) {
            if (draft) {
                changes.kept.push_back(*draft);
            } else {
                changes.removed.push_back(id);
            }
        }
    }
    const auto end = [&](bool is_written) {
        const MutexLock lock(mutex_);
        if (!is_written) waiting_.merge(being_written_);  // what came meanwhile is newer
        being_written_.clear();
    };
    try {
        if (!changes.kept.empty() || !changes.removed.empty()) store_.change(changes);
    } catch (...) {
        end(false);
        throw;
    }
    end(true);
}

}  // namespace send_text
