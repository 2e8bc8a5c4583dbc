#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "mock_host/staffing/person.hpp"

namespace mock_host {

class Connection;
struct User;

/// A notification for one person, or for all who may administer.
struct Notification {
    std::int64_t time_ms = 0;   ///< the host's clock, since 1970 in UTC
    std::int32_t severity = 0;  ///< a staffing_notification_severity
    std::int64_t rep_id = 0;    ///< 0: whoever administers the plug-in
    std::string title;
    std::string text;
    std::vector<RecordKey> records;
    std::string reply_action_id = {};  ///< the menu action that answers it on its records; empty: none
    std::int64_t id = 0;               ///< given by the database; rises

    bool operator==(const Notification&) const = default;
};

/// A notification as its recipient sees it.
struct ReadNotification {
    Notification notification;
    bool is_read = false;
};

/// The notifications, and who has read them. [thread-safe]
class NotificationLog {
  public:
    explicit NotificationLog(Connection& connection) : connection_(connection) {}

    /// Its id.
    std::int64_t add(const Notification& notification);
    std::int64_t last_id() const;  ///< 0: there is none

    /// Those after this one, oldest first, for anybody.
    std::vector<Notification> after(std::int64_t id) const;
    /// The newest `most` of those for this person, oldest first.
    std::vector<ReadNotification> newest_for(const User& user, std::int64_t most) const;
    /// How many of this person's notifications are unread.
    std::int64_t unread_by(const User& user) const;

    /// Marks this one as read by the person, if it is for them.
    void mark_read(const User& user, std::int64_t id);
    /// Marks all of the person's notifications up to and including this one as read.
    void mark_all_read(const User& user, std::int64_t last_id);

  private:
    Connection& connection_;
};

}  // namespace mock_host
