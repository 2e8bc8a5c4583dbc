#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "core/clock.hpp"
#include "core/mutex.hpp"
#include "core/time.hpp"
#include "model/line_id.hpp"

namespace send_text {

/// Until when the carriers' lists have been read, line by line. What came in before that is in its
/// conversation; what came later may still belong to one whose window has ended.
/// Threads: the replies worker writes, the logging worker reads; guarded by mutex_.
class InboxReads {
  public:
    explicit InboxReads(const Clock& clock) : clock_(clock), since_(clock.monotonic_now()) {}

    /// These lines are polled from now on. Nobody waits for others.
    void polled(const std::vector<LineId>& lines);

    /// All is filed that a line's carrier had at a time.
    void read(const LineId& line, TimePoint at);

    /// The clock that people see was set back: what was read by it counts no more.
    void forget();

    /// Up to when nothing of a line is missing; no_deadline for one that nobody waits for: it is not
    /// polled, or could not be read for too long.
    TimePoint read_to(const LineId& line) const;

    /// When, by the monotonic clock, the next line is waited for no longer.
    MonotonicTime next_give_up_at() const;

  private:
    struct Read {
        TimePoint to{};
        MonotonicTime waited_since{};
    };

    const Clock& clock_;
    mutable Mutex mutex_;
    MonotonicTime since_ GUARDED_BY(mutex_);
    bool are_lines_known_ GUARDED_BY(mutex_) = false;  ///< in this run
    std::map<LineId, Read> lines_ GUARDED_BY(mutex_);
};

}  // namespace send_text
