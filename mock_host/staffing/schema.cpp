#include "mock_host/staffing/schema.hpp"

#include <Poco/Data/SQLite/SQLiteException.h>

#include <cstdint>

#include "mock_host/staffing/connection.hpp"
#include "mock_host/staffing/seed/fill.hpp"

namespace mock_host {

namespace {

constexpr std::int64_t schema_version = 1;
constexpr std::int64_t application_id = 0x53544146;  // "STAF", so that no other database is taken for ours

constexpr const char* tables[] = {
    "CREATE TABLE branch (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, phone TEXT NOT NULL,"
    " time_zone TEXT NOT NULL)",

    "CREATE TABLE role (name TEXT PRIMARY KEY NOT NULL) WITHOUT ROWID",

    "CREATE TABLE role_permission (role TEXT NOT NULL REFERENCES role, permission TEXT NOT NULL,"
    " PRIMARY KEY (role, permission)) WITHOUT ROWID",

    "CREATE TABLE user (id INTEGER PRIMARY KEY, login_name TEXT NOT NULL UNIQUE COLLATE NOCASE,"
    " first_name TEXT NOT NULL, last_name TEXT NOT NULL, branch_id INTEGER NOT NULL REFERENCES branch,"
    " role TEXT NOT NULL REFERENCES role)",

    "CREATE TABLE record (kind INTEGER NOT NULL CHECK (kind IN (1, 2)), id INTEGER NOT NULL,"
    " first_name TEXT NOT NULL, last_name TEXT NOT NULL, branch_id INTEGER NOT NULL REFERENCES branch,"
    " rep_id INTEGER NOT NULL REFERENCES user, active INTEGER NOT NULL, status TEXT NOT NULL,"
    " postal_code TEXT NOT NULL, is_assigned INTEGER NOT NULL, has_resume INTEGER NOT NULL,"
    " last_message TEXT NOT NULL, customer_name TEXT NOT NULL, department TEXT NOT NULL,"
    " title TEXT NOT NULL, PRIMARY KEY (kind, id)) WITHOUT ROWID",

    // phone_key: see phone_key.hpp; empty when the value holds no number.
    "CREATE TABLE contact_method (id INTEGER PRIMARY KEY AUTOINCREMENT, kind INTEGER NOT NULL,"
    " record_id INTEGER NOT NULL, type TEXT NOT NULL, value TEXT NOT NULL, phone_key TEXT NOT NULL,"
    " FOREIGN KEY (kind, record_id) REFERENCES record (kind, id) ON DELETE CASCADE)",
    "CREATE INDEX contact_method_by_record ON contact_method (kind, record_id)",
    "CREATE INDEX contact_method_by_phone ON contact_method (phone_key) WHERE phone_key <> ''",

    "CREATE TABLE hotlist (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, description TEXT NOT NULL,"
    " owner_user_id INTEGER NOT NULL REFERENCES user)",

    "CREATE TABLE hotlist_row (id INTEGER PRIMARY KEY, hotlist_id INTEGER NOT NULL REFERENCES hotlist,"
    " kind INTEGER NOT NULL DEFAULT 1 CHECK (kind = 1), employee_id INTEGER NOT NULL, status TEXT NOT NULL,"
    " last_activity_date TEXT NOT NULL, added_date TEXT NOT NULL, note TEXT NOT NULL,"
    " UNIQUE (hotlist_id, employee_id),"
    " FOREIGN KEY (kind, employee_id) REFERENCES record (kind, id) ON DELETE CASCADE)",
    "CREATE INDEX hotlist_row_by_employee ON hotlist_row (kind, employee_id)",

    "CREATE TABLE action_code (code TEXT PRIMARY KEY NOT NULL, description TEXT NOT NULL,"
    " relevant_to_employee INTEGER NOT NULL, relevant_to_contact INTEGER NOT NULL,"
    " relevant_to_customer INTEGER NOT NULL, active INTEGER NOT NULL,"
    " side_effect TEXT NOT NULL CHECK (side_effect IN ('', 'deactivate', 'reactivate', 'do_not_assign')))"
    " WITHOUT ROWID",

    "CREATE TABLE message (id INTEGER PRIMARY KEY AUTOINCREMENT, idempotency_key TEXT UNIQUE,"
    " action_code TEXT NOT NULL REFERENCES action_code, text TEXT NOT NULL,"
    " author_user_id INTEGER REFERENCES user, created_at_ms INTEGER NOT NULL)",

    "CREATE TABLE message_link (message_id INTEGER NOT NULL REFERENCES message, kind INTEGER NOT NULL,"
    " record_id INTEGER NOT NULL, PRIMARY KEY (message_id, kind, record_id),"
    " FOREIGN KEY (kind, record_id) REFERENCES record (kind, id) ON DELETE CASCADE) WITHOUT ROWID",
    "CREATE INDEX message_link_by_record ON message_link (kind, record_id)",

    "CREATE TABLE credential (name TEXT PRIMARY KEY NOT NULL, sealed_secret TEXT NOT NULL) WITHOUT ROWID",
};

constexpr const char* later_tables[] = {
    "CREATE TABLE IF NOT EXISTS notification (id INTEGER PRIMARY KEY AUTOINCREMENT,"
    " time_ms INTEGER NOT NULL, severity INTEGER NOT NULL, rep_id INTEGER NOT NULL, title TEXT NOT NULL,"
    " text TEXT NOT NULL, reply_action_id TEXT NOT NULL)",
    "CREATE INDEX IF NOT EXISTS notification_by_rep ON notification (rep_id)",

    // The record may be gone by now.
    "CREATE TABLE IF NOT EXISTS notification_record (place INTEGER NOT NULL,"
    " notification_id INTEGER NOT NULL REFERENCES notification, kind INTEGER NOT NULL,"
    " record_id INTEGER NOT NULL, PRIMARY KEY (notification_id, place)) WITHOUT ROWID",

    "CREATE TABLE IF NOT EXISTS notification_read ("
    " notification_id INTEGER NOT NULL REFERENCES notification, user_id INTEGER NOT NULL REFERENCES user,"
    " PRIMARY KEY (notification_id, user_id)) WITHOUT ROWID",
};

std::int64_t number(Session& session, const std::string& query) {
    std::int64_t result = 0;
    session << query, sql::into(result), sql::now;
    return result;
}

void require_undamaged(Connection& connection, const std::string& file) {
    const std::string verdict = connection.read([](Session& session) {
        std::string words;
        try {
            session << "PRAGMA quick_check(1)", sql::into(words), sql::now;
        } catch (const Poco::Data::SQLite::CorruptImageException& e) {
            words = e.displayText();
        }
        return words;
    });
    if (verdict != "ok") {
        throw StaffingError("The staffing database " + file + " is damaged and is left as it is: " + verdict +
                            ". Put a backup in its place, or move it away to start with fresh data.");
    }
}

}  // namespace

bool is_new_database(Connection& connection, const std::string& file) {
    require_undamaged(connection, file);
    return connection.read([&](Session& session) {
        const std::int64_t version = number(session, "PRAGMA user_version");
        if (number(session, "PRAGMA application_id") == application_id) {
            if (version == schema_version) return false;
            throw StaffingError("The staffing database " + file + " has schema " + std::to_string(version) +
                                ", and this mock host knows schema " + std::to_string(schema_version) +
                                ": start the newer mock host that wrote it, or use another file.");
        }
        if (version == 0 && number(session, "SELECT count(*) FROM sqlite_master") == 0) return true;
        throw StaffingError(file + " is a database, but not of staffing data: name another file.");
    });
}

void create_and_fill(Connection& connection) {
    connection.write([](Session& session) {
        for (const char* table : tables)
            session << table, sql::now;
        fill_with_seed(session);
        session << "PRAGMA application_id = " + std::to_string(application_id), sql::now;
        session << "PRAGMA user_version = " + std::to_string(schema_version), sql::now;
    });
}

void add_later_tables(Connection& connection) {
    connection.write([](Session& session) {
        for (const char* table : later_tables)
            session << table, sql::now;
    });
}

}  // namespace mock_host
