#pragma once

#include <cstddef>
#include <cstdint>
#include <mutex>
#include <string>
#include <vector>

#include "mock_host/staffing/person.hpp"
#include "staffing/ext/notifications.h"

namespace mock_host {

struct Notification {
    std::int64_t time_ms = 0;
    staffing_notification_severity severity = STAFFING_NOTIFICATION_UNSPECIFIED;
    std::int64_t rep_id = 0;  ///< 0: whoever administers the plug-in
    std::string title;
    std::string text;
    std::vector<RecordKey> records;
    std::string reply_action_id = {};  ///< the menu action that answers it on its records; empty: none
};

/// What people were told, oldest first. [thread-safe]
class Notifications {
  public:
    void add(Notification notification);
    std::vector<Notification> all() const;
    std::size_t count() const;

  private:
    mutable std::mutex mutex_;
    std::vector<Notification> all_;
};

}  // namespace mock_host
