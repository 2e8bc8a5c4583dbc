#pragma once

#include <cstdint>
#include <map>
#include <mutex>
#include <string>

namespace mock_host {

/// The progress displays that are shown. [thread-safe]
class Progresses {
  public:
    struct Progress {
        std::string title;
        std::uint64_t total = 0;  ///< 0: not known
        bool can_cancel = false;
        std::uint64_t done = 0;
        std::string detail;
        bool is_cancelled = false;
    };

    std::uint64_t begin(Progress progress);
    /// Whether the person asked to cancel. This and end throw staffing::StatusError (NOT_FOUND).
    bool update(std::uint64_t id, std::uint64_t done, std::string detail);
    void end(std::uint64_t id);

    /// Called when the person cancels. Throws staffing::StatusError, also when it cannot be cancelled.
    void cancel(std::uint64_t id);
    std::map<std::uint64_t, Progress> open() const;
    std::uint64_t changes() const;  ///< increases with every change that people see

  private:
    Progress& find(std::uint64_t id);

    mutable std::mutex mutex_;
    std::map<std::uint64_t, Progress> open_;
    std::uint64_t last_id_ = 0;
    std::uint64_t changes_ = 0;
};

}  // namespace mock_host
