#include "store/store_file.hpp"

#include <Poco/Data/SQLite/SessionImpl.h>
#include <Poco/Data/Session.h>
#include <Poco/File.h>

#include <filesystem>

#include "store/migrations.hpp"
#include "store/query.hpp"
#include "store/sql_error.hpp"
#include "store/utf8_path.hpp"

namespace send_text {
namespace {

namespace fs = std::filesystem;

/// How long an old plug-in may take to close after the next one starts.
constexpr std::size_t lock_timeout_seconds = 1;

/// A database is no smaller.
constexpr std::uintmax_t least_size_bytes = 512;

/// Reading a whole file of this size for a check takes a fraction of a second.
constexpr std::uintmax_t checked_size_bytes = 32U << 20U;

void check_place(const std::string& path) {
    if (path.empty()) throw StoreError("The store has no path. Name the file that texts are to be kept in.");
    const fs::path file = path_from_utf8(path);
    const fs::path folder = fs::absolute(file).parent_path();
    std::error_code ignored;
    if (!fs::is_directory(folder, ignored)) {
        throw StoreError("The folder " + to_utf8(folder) + " of the store " + path +
                         " does not exist. Make the folder, or name another place for the store.");
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
    if (!unknown_size && size_bytes < least_size_bytes) throw emptied(path);
}

void check_kind(Poco::Data::Session& session, const std::string& path, bool may_be_empty) {
    const std::int64_t tables = *select_integer(session, "SELECT count(*) FROM sqlite_master");
    if (tables == 0) {
        // All that was in it may have been in the log, which is gone.
        if (!may_be_empty) throw emptied(path);
        return;
    }
    const std::int64_t ours = *select_integer(session,
                                              "SELECT count(*) FROM sqlite_master WHERE type = 'table' "
                                              "AND name IN ('schema_version', 'store_identity')");
    if (ours != 2) {
        throw StoreError("The file " + path +
                         " is a database of another program. It was left as it is. Name another file for the "
                         "store.");
    }
    const std::int64_t version = schema_version(session);
    if (version > newest_schema_version()) {
        throw StoreError(
            "The store " + path + " has version " + std::to_string(version) +
            ", and this Send Text knows only version " + std::to_string(newest_schema_version()) +
            ". It was left as it is. Install the newer Send Text again, or name another file for "
            "the store.");
    }
}

void check_pages(Poco::Data::Session& session, const std::string& path) {
    std::error_code unknown_size;
    const auto size_bytes = fs::file_size(path_from_utf8(path), unknown_size);
    if (unknown_size || size_bytes > checked_size_bytes) return;
    for (const std::string& finding :
         select(session, "PRAGMA quick_check(1)", {}, [](Row& row) { return row.text(); })) {
        if (finding != "ok") throw damaged(path, finding);
    }
}

}  // namespace

Poco::Data::Session open_store_file(const std::string& path, StoreFile kind) {
    try {
        check_place(path);
        const bool may_be_empty = kind == StoreFile::may_be_new || !is_there(path);
        if (!may_be_empty) check_size(path);
        // Not by the name of a connector: that would take Poco's process-wide list of them. An absolute path,
        // since SQLite reads "file:" and ":memory:" in another way.
        Poco::Data::Session session(
            Poco::AutoPtr<Poco::Data::SessionImpl>(new Poco::Data::SQLite::SessionImpl(
                to_utf8(fs::absolute(path_from_utf8(path))), lock_timeout_seconds)));
        // In this mode a lock once taken stays, and BEGIN EXCLUSIVE takes it without writing. Nothing in this
        // process may open the file by other means: POSIX drops all its locks when such a one is closed.
        execute(session, "PRAGMA locking_mode = EXCLUSIVE");
        execute(session, "BEGIN EXCLUSIVE");
        check_kind(session, path, may_be_empty);
        check_pages(session, path);
        execute(session, "COMMIT");

        execute(session, "PRAGMA journal_mode = WAL");
        execute(session, "PRAGMA synchronous = FULL");
        execute(session, "PRAGMA foreign_keys = ON");
        return session;
    } catch (const Poco::Exception& error) {
        throw_in_words(path, error);
    }
}

}  // namespace send_text
