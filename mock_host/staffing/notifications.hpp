#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "mock_host/staffing/person.hpp"

namespace mock_host {

class Connection;
struct User;

/// What one person, or all who may administer, were told.
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

/// A notification as the person it is for finds it.
struct ReadNotification {
    Notification notification;
    bool is_read = false;
};

/// What people were told, and who has read it. [thread-safe]
class NotificationLog {
  public:
    explicit NotificationLog(Connection& connection) : connection_(connection) {}

    /// Its id.
    std::int64_t add(const Notification& notification);
    std::int64_t last_id() const;  ///< 0: there is none

    /// Those after this one, oldest first, whomever they are for.
    std::vector<Notification> after(std::int64_t id) const;
    /// The newest `most` of those for this person, oldest first.
    std::vector<ReadNotification> newest_for(const User& user, std::int64_t most) const;
    /// How many of all that are for this person they have not read.
    std::int64_t unread_by(const User& user) const;

    /// The person has read this one, if it is for them.
    void mark_read(const User& user, std::int64_t id);
    /// The person has read all that are for them, up to and with this one.
    void mark_all_read(const User& user, std::int64_t last_id);

  private:
    Connection& connection_;
};

}  // namespace mock_host
