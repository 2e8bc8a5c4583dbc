#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "core/clock.hpp"
#include "core/mutex.hpp"

namespace send_text {

/// Until when the carriers' lists have been read, line by line. What came in before that is in its
/// conversation; what came later may still belong to one whose window has ended.
/// Threads: the replies worker writes, the logging worker reads; guarded by mutex_.
class InboxReads {
  public:
    explicit InboxReads(const Clock& clock) : clock_(clock), since_ms_(clock.monotonic_ms()) {}

    /// These lines are polled from now on. Nobody waits for others.
    void polled(const std::vector<std::string>& lines);

    /// All is filed that a line's carrier had at a time.
    void read(const std::string& line, std::int64_t at_ms);

    /// The clock that people see was set back: what was read by it counts no more.
    void forget();

    /// Up to when nothing of a line is missing; no_deadline_ms for one that nobody waits for: it is not
    /// polled, or could not be read for too long.
    std::int64_t read_to_ms(const std::string& line) const;

    /// When, by the monotonic clock, the next line is waited for no longer.
    std::int64_t next_give_up_ms() const;

  private:
    struct Read {
        std::int64_t to_ms = 0;
        std::int64_t waited_since_ms = 0;  ///< by the monotonic clock
    };

    const Clock& clock_;
    mutable Mutex mutex_;
    std::int64_t since_ms_ GUARDED_BY(mutex_);         ///< by the monotonic clock
    bool are_lines_known_ GUARDED_BY(mutex_) = false;  ///< in this run
    std::map<std::string, Read> lines_ GUARDED_BY(mutex_);
};

}  // namespace send_text
