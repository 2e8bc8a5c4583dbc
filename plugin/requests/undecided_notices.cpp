#include "requests/undecided_notices.hpp"

#include "core/pluralize.hpp"

namespace send_text {

void UndecidedNotices::session_changed() {
    const SessionUser user = user_();
    if (std::exchange(reminded_rep_id_, user.rep_id) == user.rep_id) return;
    {
        const MutexLock lock(counting_others_);
        counted_others_.emplace(user.rep_id, undecided_.count_of_others_for(decider_of(user)));
    }
    notify_user(user);
}

void UndecidedNotices::look() {
    const bool is_empty = undecided_.is_empty();
    const SessionUser user = is_empty ? SessionUser() : user_();
    const std::int64_t others = is_empty ? 0 : undecided_.count_of_others_for(decider_of(user));
    {
        const MutexLock lock(counting_others_);
        const bool is_same = counted_others_ && counted_others_->first == user.rep_id;
        const std::int64_t before = !counted_others_ ? 0 : is_same ? counted_others_->second : others;
        counted_others_.reset();
        if (!is_empty) counted_others_.emplace(user.rep_id, others);
        if (others <= before) return;
    }
    if (!user.may_administer) notify_user(user);
}

void UndecidedNotices::notify_user(const SessionUser& user) {
    const std::int64_t count = user.is_logged_in ? undecided_.count_for(decider_of(user)) : 0;
    if (count == 0) return;
    notifier_.notify(user.rep_id, "Texts await a decision",
                     "It is not known whether " +
                         pluralize(static_cast<std::uint64_t>(count), "text was", "texts were") +
                         " sent. Open the menu that has Send Text and decide what to do.",
                     {});
}

}  // namespace send_text
