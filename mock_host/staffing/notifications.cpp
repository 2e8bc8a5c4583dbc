#include "mock_host/staffing/notifications.hpp"

#include <algorithm>

#include "mock_host/staffing/connection.hpp"
#include "mock_host/staffing/record_rows.hpp"
#include "mock_host/staffing/users.hpp"

namespace mock_host {

namespace {

constexpr const char* notification_columns =
    "SELECT id, time_ms, severity, rep_id, title, text, reply_action_id";

/// Selects what is for a person: the placeholders are their id and whether they may administer.
constexpr const char* is_for = " (rep_id = ? OR (rep_id = 0 AND ? = 1))";

/// Whether a row has been read; the placeholder is the person's id.
constexpr const char* is_read =
    " EXISTS (SELECT 1 FROM notification_read WHERE notification_id = id AND user_id = ?)";

std::int32_t administers(const User& user) {
    return user.may(administration_permission) ? 1 : 0;
}

std::vector<RecordKey> load_records(Session& session, std::int64_t id) {
    return load_record_keys(
        session, "SELECT kind, record_id FROM notification_record WHERE notification_id = ? ORDER BY place",
        id);
}

/// Binds the columns of the select to the row.
void into_row(Statement& select, Notification& row) {
    select, sql::into(row.id), sql::into(row.time_ms), sql::into(row.severity), sql::into(row.rep_id),
        sql::into(row.title), sql::into(row.text), sql::into(row.reply_action_id);
}

}  // namespace

std::int64_t NotificationLog::add(const Notification& notification) {
    return connection_.write([&](Session& session) {
        session << "INSERT INTO notification (time_ms, severity, rep_id, title, text, reply_action_id)"
                   " VALUES (?, ?, ?, ?, ?, ?)",
            sql::bind(notification.time_ms), sql::bind(notification.severity), sql::bind(notification.rep_id),
            sql::bind(notification.title), sql::bind(notification.text),
            sql::bind(notification.reply_action_id), sql::now;
        const std::int64_t id = last_insert_id(session);
        std::int64_t place = 0;
        for (const RecordKey& record : notification.records) {
            session << "INSERT INTO notification_record (notification_id, place, kind, record_id)"
                       " VALUES (?, ?, ?, ?)",
                sql::bind(id), sql::bind(++place), sql::bind(static_cast<std::int32_t>(record.kind)),
                sql::bind(record.id), sql::now;
        }
        return id;
    });
}

std::int64_t NotificationLog::last_id() const {
    return connection_.read([](Session& session) {
        std::int64_t id = 0;
        session << "SELECT coalesce(max(id), 0) FROM notification", sql::into(id), sql::now;
        return id;
    });
}

std::vector<Notification> NotificationLog::after(std::int64_t id) const {
    return connection_.read([&](Session& session) {
        std::vector<Notification> found;
        Notification row;
        Statement select(session);
        select << std::string(notification_columns) + " FROM notification WHERE id > ? ORDER BY id",
            sql::bind(id);
        into_row(select, row);
        for_each_row(select, [&] { found.push_back(row); });
        for (Notification& notification : found)
            notification.records = load_records(session, notification.id);
        return found;
    });
}

std::vector<ReadNotification> NotificationLog::newest_for(const User& user, std::int64_t most) const {
    return connection_.read([&](Session& session) {
        std::vector<ReadNotification> found;
        Notification row;
        std::int32_t read = 0;
        Statement select(session);
        select << std::string(notification_columns) + "," + is_read + " FROM notification WHERE" + is_for +
                      " ORDER BY id DESC LIMIT ?",
            sql::bind(user.id), sql::bind(user.id), sql::bind(administers(user)), sql::bind(most);
        into_row(select, row);
        select, sql::into(read);
        for_each_row(select, [&] { found.push_back({row, read != 0}); });
        std::reverse(found.begin(), found.end());
        for (ReadNotification& each : found)
            each.notification.records = load_records(session, each.notification.id);
        return found;
    });
}

std::int64_t NotificationLog::unread_by(const User& user) const {
    return connection_.read([&](Session& session) {
        std::int64_t count = 0;
        session << std::string("SELECT count(*) FROM notification WHERE") + is_for + " AND NOT" + is_read,
            sql::bind(user.id), sql::bind(administers(user)), sql::bind(user.id), sql::into(count), sql::now;
        return count;
    });
}

void NotificationLog::mark_read(const User& user, std::int64_t id) {
    connection_.write([&](Session& session) {
        session << std::string(
                       "INSERT OR IGNORE INTO notification_read (notification_id, user_id)"
                       " SELECT id, ? FROM notification WHERE id = ? AND") +
                       is_for,
            sql::bind(user.id), sql::bind(id), sql::bind(user.id), sql::bind(administers(user)), sql::now;
    });
}

void NotificationLog::mark_all_read(const User& user, std::int64_t last_id) {
    connection_.write([&](Session& session) {
        session << std::string(
                       "INSERT OR IGNORE INTO notification_read (notification_id, user_id)"
                       " SELECT id, ? FROM notification WHERE id <= ? AND") +
                       is_for,
            sql::bind(user.id), sql::bind(last_id), sql::bind(user.id), sql::bind(administers(user)),
            sql::now;
    });
}

}  // namespace mock_host
