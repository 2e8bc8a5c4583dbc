#include "store/backup.hpp"

#include <Poco/Data/SQLite/SQLiteException.h>

#include <ctime>
#include <filesystem>
#include <optional>

#include "core/utf8_path.hpp"
#include "store/durable_file.hpp"
#include "store/integrity.hpp"
#include "store/page_copy.hpp"
#include "store/query.hpp"
#include "store/unfinished_copy.hpp"

namespace send_text {
namespace {

namespace fs = std::filesystem;

StoreError cannot_back_up(const std::string& path, const std::string& reason) {
    return StoreError("The backup " + path + " was not made: " + reason);
}

StoreError is_ended(const std::string& path) {
    return cannot_back_up(path, "Send Text is shutting down.");
}

void check_place(const std::string& path) {
    const fs::path file = path_from_utf8(path);
    if (!file.is_absolute() || !file.has_filename()) {
        throw cannot_back_up(path,
                             "this is not a full path. Enter one, such as "
                             "/srv/backups/send_text.sqlite.");
    }
    std::error_code ignored;
    if (!fs::is_directory(file.parent_path(), ignored)) {
        throw cannot_back_up(path, "there is no folder " + to_utf8(file.parent_path()) +
                                       ". Create the folder, or name another place.");
    }
    if (const auto part = part_of_database(path))
        throw cannot_back_up(
            path, "there is already a file or folder at " + *part + ". Enter the name of a new file.");
    if (!may_write_in(file.parent_path())) {
        throw cannot_back_up(path, "the folder " + to_utf8(file.parent_path()) +
                                       " cannot be written. Give this user the right to write in it, or name "
                                       "another place.");
    }
}

/// Throws what SQLite does.
void copy(Database& database, const std::string& path, const std::string& unfinished,
          const std::function<bool()>& stopping) {
    Poco::Data::Session to = session_with(unfinished);
    execute(to, "PRAGMA synchronous = OFF");  // put on the disk when it is sealed, and nobody waits
    {
        std::optional<PageCopy> pages;
        database.run_in_steps([&](Poco::Data::Session& from) {
            if (stopping()) throw is_ended(path);
            if (!pages) pages.emplace(from, to);
            return pages->step(pages_of_a_turn);
        });
    }
    const Interruptible interruptible(to, stopping);
    if (const auto damage = seal(to, FileRole::backup, database.token_for_copy())) {
        throw cannot_back_up(path,
                             "the store is damaged (" + *damage +
                                 "). Keep the backups that there are, and put the newest good one back.");
    }
}

std::string digits_of(TimePoint at) {
    const auto seconds =
        static_cast<std::time_t>(std::chrono::time_point_cast<Seconds>(at).time_since_epoch().count());
    std::tm time{};
#ifdef _WIN32
    localtime_s(&time, &seconds);
#else
    localtime_r(&seconds, &time);
#endif
    char digits[32] = {};
    std::strftime(digits, sizeof digits, "%Y-%m-%d-%H%M%S", &time);
    return digits;
}

}  // namespace

void write_backup(Database& database, const std::string& path, const std::string& data_folder,
                  const std::function<bool()>& stopping) {
    check_place(path);
    const std::string unfinished = path + ".unfinished";
    const UnfinishedCopy note(data_folder, {unfinished});
    try {
        copy(database, path, unfinished, stopping);
        name_durably(unfinished, path);
    } catch (const Poco::Data::SQLite::DatabaseFullException&) {
        throw cannot_back_up(path, "its disk is full. Free some space on it, or name another place.");
    } catch (const Poco::Exception& error) {
        if (stopping()) throw is_ended(path);
        throw cannot_back_up(path, "its disk failed (" + error.message() +
                                       "). Check it and its free space, or name another place.");
    } catch (const fs::filesystem_error& error) {
        throw cannot_back_up(path, error.code().message() + ". Name another place.");
    }
}

std::string dated_name(const std::string& folder, const std::string& stem, TimePoint now) {
    const std::string name = folder + "/" + stem + "-" + digits_of(now);
    std::string file = name + ".sqlite";
    for (int again = 2; part_of_database(file); ++again)
        file = name + "-" + std::to_string(again) + ".sqlite";
    return file;
}

std::string name_for_backup(const std::string& folder, TimePoint now) {
    std::error_code failed;
    fs::create_directories(path_from_utf8(folder), failed);
    if (failed) throw cannot_back_up(folder, "the folder cannot be made (" + failed.message() + ").");
    return dated_name(folder, "send_text", now);
}

}  // namespace send_text
