#include "requests/undecided_texts.hpp"

#include <utility>

namespace send_text {

Decider decider_of(const SessionUser& user) {
    if (!user.is_logged_in) return {};
    return {.rep_id = user.rep_id, .branch_id = user.branch_id, .is_administrator = user.may_administer};
}

void UndecidedTexts::refresh() {
    if (!has_changed_.exchange(false)) return;
    try {
        std::vector<UndecidedGroup> groups = outbox_.undecided();
        const MutexLock lock(mutex_);
        groups_ = std::move(groups);
    } catch (...) {
        has_changed_ = true;
        throw;
    }
}

std::int64_t UndecidedTexts::count_for(const Decider& who) const {
    const MutexLock lock(mutex_);
    std::int64_t count = 0;
    for (const UndecidedGroup& group : groups_)
        if (may_decide(who, group)) count += group.count;
    return count;
}

std::int64_t UndecidedTexts::count_of_others_for(const Decider& who) const {
    const MutexLock lock(mutex_);
    std::int64_t count = 0;
    for (const UndecidedGroup& group : groups_)
        if (group.sender.rep_id != who.rep_id && may_decide(who, group)) count += group.count;
    return count;
}

bool UndecidedTexts::is_empty() const {
    const MutexLock lock(mutex_);
    return groups_.empty();
}

void UndecidedTexts::shown(std::int64_t rep_id, std::int64_t count) {
    const MutexLock lock(mutex_);
    shown_[rep_id] = count;
}

bool UndecidedTexts::are_more_than_shown(std::int64_t rep_id, std::int64_t count) {
    const MutexLock lock(mutex_);
    std::int64_t& shown = shown_[rep_id];
    if (count > shown) return true;
    shown = count;  // some were decided: the next one is news
    return false;
}

}  // namespace send_text
