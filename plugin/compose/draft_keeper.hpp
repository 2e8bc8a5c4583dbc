#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>

#include "core/clock.hpp"
#include "core/mutex.hpp"
#include "core/time.hpp"
#include "store/draft_store.hpp"

namespace send_text {

/// Keeps what people type into compose windows, so that it outlives a crash: written by a thread of its own,
/// about once a second however fast they type.
/// Threads: the main thread, the desk and the drafts worker; guarded by mutex_, writing in turn by writing_.
class DraftKeeper {
  public:
    static constexpr Milliseconds write_pause = std::chrono::seconds(1);
    static constexpr Milliseconds kept_for = std::chrono::days(30);
    static constexpr std::size_t max_kept_bytes = std::size_t{64} * 1024;

    /// `wake`: has step() called soon. All of it outlives this.
    DraftKeeper(DraftStore& store, Clock& clock, std::function<void()> wake);

    /// Keeps this in the place of the one that was there; one that is longer than any message is not kept.
    /// Any thread; returns at once.
    void keep(Draft draft);

    /// It was sent or discarded. Any thread; returns at once.
    void forget(const DraftId& id);

    /// The same, durable when it returns: or what was sent would be there again after a crash. Blocks on the
    /// store; what fails is tried again later.
    void forget_now(const DraftId& id);

    /// What was typed last, written or not. Blocks on the store. Throws StoreError.
    std::optional<Draft> find(const DraftId& id);

    /// Writes what is to be written by now, and purges old ones once a day. Returns when it wants to be
    /// called again. The worker's. Throws StoreError: nothing is lost by that, and it is tried again.
    TimePoint step();

    /// Writes all, at the end. Throws StoreError.
    void flush();

  private:
    using Changes = std::map<DraftId, std::optional<Draft>>;  ///< nothing: to be removed

    bool has_changes();
    void put(const DraftId& id, std::optional<Draft> draft);
    void write();

    DraftStore& store_;
    Clock& clock_;
    std::function<void()> wake_;
    Mutex writing_;               ///< only orders work: held by who writes; before mutex_
    MonotonicTime next_write_{};  ///< the worker's
    MonotonicTime next_purge_{};  ///< the same
    Mutex mutex_;
    Changes waiting_ GUARDED_BY(mutex_);
    Changes being_written_ GUARDED_BY(mutex_);
};

}  // namespace send_text
