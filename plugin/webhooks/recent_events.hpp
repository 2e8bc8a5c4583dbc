#pragma once

#include <deque>
#include <mutex>
#include <string>
#include <unordered_set>
#include <vector>

namespace send_text {

/// Remembers the last few thousand events that carriers told of, so that a repeat is known. Any thread.
class RecentEvents {
  public:
    /// Whether one of the ids was told of for the line before. From now on, all are.
    bool are_known(const std::string& line, const std::vector<std::string>& ids);

  private:
    std::mutex mutex_;
    std::unordered_set<std::string> known_;  ///< hashes: as large as a caller likes are only the ids
    std::deque<std::string> in_order_;       ///< of their coming
};

}  // namespace send_text
