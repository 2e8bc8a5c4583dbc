#pragma once

#include <atomic>
#include <cstddef>
#include <vector>

#include "mock_host/staffing/notifications.hpp"
#include "staffing/ext/notifications.h"  // the severities

namespace mock_host {

/// The notifications of a plug-in in this run. The database keeps them for good, with who has read them.
/// [thread-safe]
class Notifications {
  public:
    explicit Notifications(NotificationLog& log) : log_(log), last_of_earlier_runs_(log.last_id()) {}

    void add(const Notification& notification);
    /// Of this run, oldest first.
    std::vector<Notification> all() const { return log_.after(last_of_earlier_runs_); }
    std::size_t count() const { return count_; }  ///< of this run

    /// Adds the notifications of `other`, on the same database, to this run.
    void go_on_from(const Notifications& other);

  private:
    NotificationLog& log_;
    std::int64_t last_of_earlier_runs_;
    std::atomic<std::size_t> count_{0};
};

}  // namespace mock_host
