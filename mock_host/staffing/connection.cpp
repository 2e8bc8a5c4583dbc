#include "mock_host/staffing/connection.hpp"

#include <Poco/Data/SQLite/SessionImpl.h>

namespace mock_host {

namespace {

Session open_session(const std::string& file) {
    // Poco retries until this time-out; report at once what cannot be opened.
    constexpr std::size_t login_timeout_seconds = 0;
    try {
        return Session(Poco::AutoPtr<Poco::Data::SessionImpl>(
            new Poco::Data::SQLite::SessionImpl(file, login_timeout_seconds)));
    } catch (const Poco::Exception& e) {
        throw StaffingError("The staffing database " + file + " cannot be opened: " + e.displayText());
    }
}

}  // namespace

Connection::Connection(const std::string& file) : file_(file), session_(open_session(file)) {
    read([](Session& session) {
        // Deleting a record also deletes its methods, links and hotlist rows.
        session << "PRAGMA foreign_keys = ON", sql::now;
        // What is deleted is overwritten, not only marked as free.
        std::int64_t is_on = 0;
        session << "PRAGMA secure_delete = ON", sql::into(is_on), sql::now;
    });
}

std::int64_t last_insert_id(Session& session) {
    std::int64_t id = 0;
    session << "SELECT last_insert_rowid()", sql::into(id), sql::now;
    return id;
}

}  // namespace mock_host
