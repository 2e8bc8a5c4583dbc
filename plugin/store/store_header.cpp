#include "store/store_header.hpp"

#include <Poco/Data/SQLite/Utility.h>
#include <Poco/Data/Session.h>
#include <sqlite3.h>

#include <array>
#include <string>

#include "store/query.hpp"
#include "store/write_ahead_log.hpp"

namespace send_text {

// Through SQLite's own file: POSIX drops all locks of this process when it closes another one.
StoreToken token_in_file(Poco::Data::Session& session) {
    sqlite3_file* file = nullptr;
    sqlite3* const handle = handle_of(session);
    std::array<unsigned char, 4> bytes{};
    if (sqlite3_file_control(handle, "main", SQLITE_FCNTL_FILE_POINTER, &file) != SQLITE_OK ||
        file->pMethods == nullptr)
        return 0;
    const int result = file->pMethods->xRead(file, bytes.data(), bytes.size(), token_offset);
    if (result == SQLITE_IOERR_SHORT_READ) return 0;
    if (result != SQLITE_OK) Poco::Data::SQLite::Utility::throwException(handle, result);
    return read_big_endian(bytes.data());
}

void set_token(Poco::Data::Session& session, StoreToken token) {
    execute(session, "PRAGMA user_version = " + std::to_string(static_cast<std::int32_t>(token)));
}

FileRole role(Poco::Data::Session& session) {
    return static_cast<FileRole>(select_integer(session, "PRAGMA application_id").value_or(0));
}

void set_role(Poco::Data::Session& session, FileRole role) {
    execute(session, "PRAGMA application_id = " + std::to_string(static_cast<std::int32_t>(role)));
}

sqlite3* handle_of(const Poco::Data::Session& session) {
    return Poco::Data::SQLite::Utility::dbHandle(session);
}

void empty_log_when_closed(Poco::Data::Session& session, bool empties) {
    sqlite3_db_config(handle_of(session), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, empties ? 0 : 1, nullptr);
}

}  // namespace send_text
