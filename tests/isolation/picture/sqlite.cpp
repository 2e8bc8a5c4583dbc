#include <sqlite3.h>

#include <memory>

#include "isolation/own_libraries.hpp"
#include "isolation/picture/picture.hpp"

// What SQLite keeps for a process, and the database that the host has open.
namespace isolation {
namespace {

int first_integer(sqlite3* database, const char* sql) {
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v2(database, sql, -1, &statement, nullptr) != SQLITE_OK) return -1;
    const int value = sqlite3_step(statement) == SQLITE_ROW ? sqlite3_column_int(statement, 0) : -2;
    sqlite3_finalize(statement);
    return value;
}

std::string configuration(const OwnLibraries& own) {
    const std::size_t before = own.sqlite_log_lines();
    sqlite3_log(SQLITE_NOTICE, "asked by the picture");
    sqlite3_int64 used = 0;
    sqlite3_int64 most = 0;
    sqlite3_status64(SQLITE_STATUS_MEMORY_USED, &used, &most, 0);
    return "log lines of one message " + std::to_string(own.sqlite_log_lines() - before) +
           "\nmemory is counted " + (most > 0 ? "yes" : "no") + "\nsoft heap limit " +
           std::to_string(sqlite3_soft_heap_limit64(-1)) + "\nhard heap limit " +
           std::to_string(sqlite3_hard_heap_limit64(-1)) + "\ntemporary folder " +
           (sqlite3_temp_directory != nullptr ? sqlite3_temp_directory : "none");
}

std::string file_systems() {
    std::string text;
    for (const sqlite3_vfs* vfs = sqlite3_vfs_find(nullptr); vfs != nullptr; vfs = vfs->pNext)
        text += std::string(vfs->zName) + "\n";
    return text;
}

/// What every new connection gets: automatic extensions show as functions more.
std::string new_connections() {
    sqlite3* database = nullptr;
    sqlite3_open(":memory:", &database);
    const int functions = first_integer(database, "SELECT count(*) FROM pragma_function_list");
    const int collations = first_integer(database, "SELECT count(*) FROM pragma_collation_list");
    const int keys = first_integer(database, "PRAGMA foreign_keys");
    sqlite3_close(database);
    return std::to_string(functions) + " functions, " + std::to_string(collations) +
           " collations, foreign keys " + std::to_string(keys);
}

std::string open_database(const OwnLibraries& own) {
    sqlite3* const database = own.database();
    return "transaction state " + std::to_string(sqlite3_txn_state(database, nullptr)) + ", changes " +
           std::to_string(sqlite3_total_changes(database)) + ", rows " +
           std::to_string(first_integer(database, "SELECT count(*) FROM notes"));
}

}  // namespace

void add_sqlite(Picture& picture, const OwnLibraries& own) {
    picture["SQLite's configuration"] = configuration(own);
    picture["SQLite's file systems"] = file_systems();
    picture["SQLite's new connections"] = new_connections();
    picture["the host's open transaction"] = open_database(own);
}

}  // namespace isolation
