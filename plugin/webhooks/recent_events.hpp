#pragma once

#include <deque>
#include <string>
#include <unordered_set>
#include <vector>

#include "core/mutex.hpp"

namespace send_text {

/// Remembers the last few thousand events that carriers told of, so that a repeat is known.
/// Threads: the listener's call workers; guarded by mutex_.
class RecentEvents {
  public:
    /// Whether one of the ids was told of for the line before. From now on, all are.
    bool are_known(const std::string& line, const std::vector<std::string>& ids);

  private:
    Mutex mutex_;
    std::unordered_set<std::string> known_
        GUARDED_BY(mutex_);  ///< hashes: as large as a caller likes are only the ids
    std::deque<std::string> in_order_ GUARDED_BY(mutex_);  ///< of their coming
};

}  // namespace send_text
