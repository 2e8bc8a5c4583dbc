#include "store/store_file.hpp"

#include <Poco/Data/SQLite/SQLiteException.h>
#include <Poco/File.h>

#include <filesystem>
#include <fstream>

#include "core/utf8_path.hpp"
#include "store/integrity.hpp"
#include "store/migrations.hpp"
#include "store/page_copy.hpp"
#include "store/query.hpp"
#include "store/sql_error.hpp"
#include "store/write_ahead_log.hpp"

namespace send_text {
namespace {

namespace fs = std::filesystem;

/// A database is no smaller.
constexpr std::uintmax_t min_size_bytes = 512;

/// To read a whole file of the one size, and to hold one of the other against itself, takes a fraction of a
/// second.
constexpr std::uintmax_t max_bytes_read = 32U << 20U;
constexpr std::uintmax_t max_bytes_checked = 8U << 20U;

void check_place(const std::string& path) {
    if (path.empty()) throw StoreError("The store has no path. Name the file that texts are to be kept in.");
    const fs::path file = path_from_utf8(path);
    const fs::path folder = fs::absolute(file).parent_path();
    std::error_code ignored;
    if (!fs::is_directory(folder, ignored)) {
        throw StoreError("The folder " + to_utf8(folder) + " of the store " + path +
                         " does not exist. Create the folder, or name another place for the store.");
    }
    if (fs::is_directory(file, ignored)) {
        throw StoreError("The store " + path + " is a folder. Name a file for the store.");
    }
    // SQLite would open it for reading alone, and fail later in other words.
    if (Poco::File existing(path); existing.exists() && !existing.canWrite()) throw not_writable(path);
}

bool is_there(const std::string& path) {
    std::error_code unknown;
    return fs::exists(path_from_utf8(path), unknown) || unknown;
}

/// Before SQLite opens it: that takes such a file for a new one, and removes the log that may hold all of it.
void check_size(const std::string& path) {
    std::error_code unknown_size;
    const auto size_bytes = fs::file_size(path_from_utf8(path), unknown_size);
    if (!unknown_size && size_bytes < min_size_bytes) throw emptied(path);
}

/// SQLite removes the log of a file that is empty or not there.
void check_lonely_log(const std::string& path) {
    std::error_code unknown_size;
    const auto size_bytes = fs::file_size(path_from_utf8(path), unknown_size);
    const bool is_empty = unknown_size || size_bytes < min_size_bytes;
    if (is_empty && read_log(log_of(path)).has_commits) throw has_log_of_another(path);
}

/// A plug-in or program that was killed while it changed the file in another way than ours left what was
/// there before; SQLite would put that back.
void check_journal(const std::string& path) {
    const std::string journal = path + "-journal";
    std::ifstream file(path_from_utf8(journal), std::ios::binary);
    if (file.get() > 0) throw has_journal(path, journal);  // a 0 first says that it is over
}

/// A log belongs to the file that had the same token when it was begun, or has it since, when emptying the
/// log into the file was cut off. Before there were tokens nothing told.
bool is_log_of(StoreToken token, const LogContents& log) {
    if (token == 0) return log.tokens.empty() || log.tokens.contains(0);
    return log.first_commit_has_token && log.tokens.contains(token);
}

LogContents read_own_log(Poco::Data::Session& session, const std::string& path) {
    LogContents log = read_log(log_of(path));
    if (log.has_commits && !is_log_of(token_in_file(session), log)) throw has_log_of_another(path);
    return log;
}

/// In this mode a lock once taken stays, and BEGIN EXCLUSIVE takes it without writing. Nothing in this
/// process may open the file by other means: POSIX drops all its locks when such a one is closed.
void lock(Poco::Data::Session& session, const std::string& path) {
    execute(session, "PRAGMA locking_mode = EXCLUSIVE");
    try {
        execute(session, "BEGIN EXCLUSIVE");
    } catch (const Poco::Data::SQLite::CorruptImageException&) {
        read_own_log(session, path);  // it may be what makes no sense
        throw;
    }
}

void check_kind(Poco::Data::Session& session, const std::string& path, bool may_be_empty) {
    switch (kind_of(session)) {
        case StoreKind::ours:
            return;
        case StoreKind::empty:
            // All that was in it may have been in the log, which is gone.
            if (!may_be_empty) throw emptied(path);
            return;
        case StoreKind::of_another_program:
            throw StoreError("The file " + path +
                             " is a database of another program. It was left as it is. Name another file for "
                             "the store.");
        case StoreKind::newer:
            throw StoreError("The store " + path + " has version " + std::to_string(schema_version(session)) +
                             ", and this Send Text knows only version " +
                             std::to_string(newest_schema_version()) +
                             ". It was left as it is. Install the newer Send Text again, or name another "
                             "file for the store.");
    }
}

/// Holds all of a file that is not large against itself, and makes anew what can be.
void check_pages(OpenStoreFile& file, const std::string& path) {
    std::error_code unknown_size;
    const auto size_bytes = fs::file_size(path_from_utf8(path), unknown_size);
    if (unknown_size || size_bytes > max_bytes_read) return;
    if (size_bytes > max_bytes_checked) {
        if (const auto damage = damage_of(file.session, Check::quick)) throw damaged(path, *damage);
        return;
    }
    file.is_checked = true;
    file.must_be_checked = false;
    const auto damage = damage_of(file.session);
    if (!damage) return;
    if (rebuild_indexes(file.session)) throw damaged(path, *damage);
    set_token(file.session, file.token);  // every log begins with it
    file.is_log_empty = false;
    file.rebuilt_because = damage;
}

}  // namespace

StoreKind kind_of(Poco::Data::Session& session) {
    if (*select_integer(session, "SELECT count(*) FROM sqlite_master") == 0) return StoreKind::empty;
    const std::int64_t ours = *select_integer(session,
                                              "SELECT count(*) FROM sqlite_master WHERE type = 'table' "
                                              "AND name IN ('schema_version', 'store_identity')");
    if (ours != 2) return StoreKind::of_another_program;
    return schema_version(session) > newest_schema_version() ? StoreKind::newer : StoreKind::ours;
}

OpenStoreFile open_store_file(const std::string& path, StoreFile kind) {
    try {
        check_place(path);
        const bool may_be_empty = kind == StoreFile::may_be_new || !is_there(path);
        if (!may_be_empty) {
            check_size(path);
            check_journal(path);
        }
        check_lonely_log(path);
        const bool has_log = is_there(log_of(path));
        OpenStoreFile file{.session = session_with(path), .rebuilt_because = {}};
        empty_log_when_closed(file.session, !has_log);
        lock(file.session, path);
        const LogContents log = read_own_log(file.session, path);
        check_kind(file.session, path, may_be_empty);
        file.token = token_in_file(file.session);
        file.is_log_empty = !log.has_commits;
        file.was_backup = role(file.session) == FileRole::backup;
        file.was_open = says_open(file.token) || log.has_commits;
        file.has_lost_log = log.has_lost_commits || (says_open(file.token) && !log.has_commits);
        file.must_be_checked = file.was_open || role(file.session) == FileRole::unchecked_store;
        check_pages(file, path);
        execute(file.session, "COMMIT");

        empty_log_when_closed(file.session, false);
        execute(file.session, "PRAGMA journal_mode = WAL");
        execute(file.session, "PRAGMA wal_autocheckpoint = 0");  // Database empties the log
        execute(file.session, "PRAGMA synchronous = FULL");
        execute(file.session, "PRAGMA foreign_keys = ON");
        return file;
    } catch (const Poco::Exception& error) {
        throw_store_error(path, error);
    }
}

}  // namespace send_text
