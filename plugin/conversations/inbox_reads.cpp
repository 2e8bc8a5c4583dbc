#include "conversations/inbox_reads.hpp"

#include <algorithm>

namespace send_text {
namespace {

/// For so long conversations wait for a carrier that cannot be read; then they are logged without it.
constexpr Milliseconds patience = std::chrono::hours(1);

}  // namespace

void InboxReads::polled(const std::vector<LineId>& lines) {
    const MonotonicTime now = clock_.monotonic_now();
    const MutexLock lock(mutex_);
    std::map<LineId, Read> before;
    before.swap(lines_);
    for (const LineId& line : lines) {
        const auto known = before.find(line);
        const MonotonicTime since = are_lines_known_ ? now : since_;
        lines_.emplace(line, known == before.end() ? Read{no_time, since} : known->second);
    }
    are_lines_known_ = true;
}

void InboxReads::read(const LineId& line, TimePoint at) {
    const MonotonicTime now = clock_.monotonic_now();
    const MutexLock lock(mutex_);
    const auto found = lines_.find(line);
    if (found != lines_.end()) found->second = {at, now};
}

void InboxReads::forget() {
    const MonotonicTime now = clock_.monotonic_now();
    const MutexLock lock(mutex_);
    for (auto& [line, read] : lines_)
        read = {no_time, now};
}

TimePoint InboxReads::read_to(const LineId& line) const {
    const MonotonicTime now = clock_.monotonic_now();
    const MutexLock lock(mutex_);
    if (!are_lines_known_) return now - since_ < patience ? no_time : no_deadline;
    const auto found = lines_.find(line);
    const bool is_waited_for = found != lines_.end() && now - found->second.waited_since < patience;
    return is_waited_for ? found->second.to : no_deadline;
}

MonotonicTime InboxReads::next_give_up_at() const {
    const MonotonicTime now = clock_.monotonic_now();
    const MutexLock lock(mutex_);
    MonotonicTime next = no_monotonic_deadline;
    const auto look = [&](MonotonicTime since) {
        if (since + patience > now) next = std::min(next, since + patience);
    };
    if (!are_lines_known_) look(since_);
    for (const auto& [line, read] : lines_)
        look(read.waited_since);
    return next;
}

}  // namespace send_text
