#pragma once

#include <atomic>
#include <cstdint>
#include <map>
#include <vector>

#include "core/mutex.hpp"
#include "core/session.hpp"
#include "store/outbox_store.hpp"

namespace send_text {

/// The one who is logged in, as one who decides.
Decider decider_of(const SessionUser& user);

/// How many texts wait for a person, kept in memory for quick answers.
/// Threads: the main thread, the desk, the delivery and the replies worker; guarded by mutex_.
class UndecidedTexts {
  public:
    /// `outbox` must outlive this.
    explicit UndecidedTexts(const OutboxStore& outbox) : outbox_(outbox) {}

    /// Some text changed. Any thread; answers at once.
    void changed() { has_changed_ = true; }

    /// Counts them when some text changed. Blocks on the store: any thread but the main one.
    void refresh();

    /// How many a person may decide about. Any thread; answers at once.
    std::int64_t count_for(const Decider& who) const;

    /// How many of them others have sent. Any thread; answers at once.
    std::int64_t count_of_others_for(const Decider& who) const;

    /// Whether nothing waits for anybody. Any thread; answers at once.
    bool is_empty() const;

    /// A person was shown so many of others' texts. Any thread.
    void shown(std::int64_t rep_id, std::int64_t count);

    /// Whether there are more of them by now. Any thread.
    bool are_more_than_shown(std::int64_t rep_id, std::int64_t count);

  private:
    const OutboxStore& outbox_;
    std::atomic<bool> has_changed_{true};
    mutable Mutex mutex_;
    std::vector<UndecidedGroup> groups_ GUARDED_BY(mutex_);
    std::map<std::int64_t, std::int64_t> shown_ GUARDED_BY(mutex_);  ///< by rep
};

}  // namespace send_text
