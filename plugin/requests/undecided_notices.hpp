#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <utility>

#include "core/mutex.hpp"
#include "core/notifier.hpp"
#include "requests/undecided_texts.hpp"

namespace send_text {

/// Tells people of texts that await their decision. Senders and administrators hear of it wherever they are;
/// who else belongs to a branch no host says, so that whoever is there hears of what others have sent.
/// Threads: the main thread (session_changed) and the delivery worker (look); guarded by counting_others_.
class UndecidedNotices {
  public:
    /// `user`: who is logged in. All must outlive this.
    UndecidedNotices(const UndecidedTexts& undecided, Notifier& notifier, std::function<SessionUser()> user)
        : undecided_(undecided), notifier_(notifier), user_(std::move(user)) {}

    /// Somebody logged in or out: they hear of it then, as the sender may be away. Main thread.
    void session_changed();

    /// Tells of more that others have sent. Any thread; answers at once.
    void look();

  private:
    void notify_user(const SessionUser& user);

    const UndecidedTexts& undecided_;
    Notifier& notifier_;
    std::function<SessionUser()> user_;
    std::int64_t reminded_rep_id_ = 0;  ///< the main thread's
    Mutex counting_others_;
    /// Who was there last, and how many of others' texts awaited their decision; nothing: none anybody's.
    std::optional<std::pair<std::int64_t, std::int64_t>> counted_others_ GUARDED_BY(counting_others_);
};

}  // namespace send_text
