#include "conversations/inbox_reads.hpp"

#include <algorithm>

namespace send_text {
namespace {

/// For so long conversations wait for a carrier that cannot be read; then they are logged without it.
constexpr std::int64_t patience_ms = 60 * 60 * 1000;

}  // namespace

void InboxReads::polled(const std::vector<std::string>& lines) {
    const std::int64_t now_ms = clock_.monotonic_ms();
    const MutexLock lock(mutex_);
    std::map<std::string, Read> before;
    before.swap(lines_);
    for (const std::string& line : lines) {
        const auto known = before.find(line);
        const std::int64_t since_ms = are_lines_known_ ? now_ms : since_ms_;
        lines_.emplace(line, known == before.end() ? Read{0, since_ms} : known->second);
    }
    are_lines_known_ = true;
}

void InboxReads::read(const std::string& line, std::int64_t at_ms) {
    const std::int64_t now_ms = clock_.monotonic_ms();
    const MutexLock lock(mutex_);
    const auto found = lines_.find(line);
    if (found != lines_.end()) found->second = {at_ms, now_ms};
}

void InboxReads::forget() {
    const std::int64_t now_ms = clock_.monotonic_ms();
    const MutexLock lock(mutex_);
    for (auto& [line, read] : lines_)
        read = {0, now_ms};
}

std::int64_t InboxReads::read_to_ms(const std::string& line) const {
    const std::int64_t now_ms = clock_.monotonic_ms();
    const MutexLock lock(mutex_);
    if (!are_lines_known_) return now_ms - since_ms_ < patience_ms ? 0 : no_deadline_ms;
    const auto found = lines_.find(line);
    const bool is_waited_for = found != lines_.end() && now_ms - found->second.waited_since_ms < patience_ms;
    return is_waited_for ? found->second.to_ms : no_deadline_ms;
}

std::int64_t InboxReads::next_give_up_ms() const {
    const std::int64_t now_ms = clock_.monotonic_ms();
    const MutexLock lock(mutex_);
    std::int64_t next_ms = no_deadline_ms;
    const auto look = [&](std::int64_t since_ms) {
        if (since_ms + patience_ms > now_ms) next_ms = std::min(next_ms, since_ms + patience_ms);
    };
    if (!are_lines_known_) look(since_ms_);
    for (const auto& [line, read] : lines_)
        look(read.waited_since_ms);
    return next_ms;
}

}  // namespace send_text
