#include "store/restore.hpp"

#include <Poco/Data/SQLite/SQLiteException.h>

#include <filesystem>
#include <system_error>

#include "core/utf8_path.hpp"
#include "store/backup.hpp"
#include "store/database.hpp"
#include "store/durable_file.hpp"
#include "store/integrity.hpp"
#include "store/migrations.hpp"
#include "store/page_copy.hpp"
#include "store/store_file.hpp"
#include "store/write_ahead_log.hpp"

namespace send_text {
namespace {

namespace fs = std::filesystem;

StoreError cannot_restore(const std::string& backup, const std::string& reason) {
    return StoreError("The backup " + backup + " was not restored: " + reason + " The store is as it was.");
}

StoreError is_ended(const std::string& backup) {
    return cannot_restore(backup, "Send Text is shutting down.");
}

void check_file(const std::string& backup, const std::string& store) {
    const fs::path file = path_from_utf8(backup);
    std::error_code ignored;
    if (!file.is_absolute())
        throw cannot_restore(backup, "this is not a full path. Enter the full path of a backup.");
    if (!fs::is_regular_file(file, ignored))
        throw cannot_restore(backup, "there is no such file. Name a backup.");
    // Also since the system drops all locks of this process on a file when it reads it by other means.
    if (fs::equivalent(file, path_from_utf8(store), ignored))
        throw cannot_restore(backup, "it is the store itself. Name a backup.");
    for (const std::string& part : {log_of(backup), backup + "-journal"}) {
        if (fs::file_size(path_from_utf8(part), ignored) == 0 || ignored) continue;
        throw cannot_restore(
            backup, "its latest changes are in the file " + part +
                        ". Name a file that was made as a backup, or copied while the store was closed.");
    }
}

/// In words that go on after "was not put back: ".
std::optional<std::string> refusal(Poco::Data::Session& copy) {
    switch (kind_of(copy)) {
        case StoreKind::ours:
            break;
        case StoreKind::empty:
            return "it is empty. Name another one.";
        case StoreKind::of_another_program:
            return "it is a database of another program. Name a backup of Send Text.";
        case StoreKind::newer:
            return "it has version " + std::to_string(schema_version(copy)) +
                   ", and this Send Text knows only version " + std::to_string(newest_schema_version()) +
                   ". Install the newer Send Text first.";
    }
    SystemRandom random;
    const auto damage = seal(copy, FileRole::backup, new_token(token_in_file(copy), random) - 1);
    if (damage) return "it is damaged (" + *damage + "). Name another one.";
    return std::nullopt;
}

std::string name_for_kept(const std::string& store, TimePoint now) {
    const fs::path file = path_from_utf8(store);
    return dated_name(to_utf8(file.parent_path()), to_utf8(file.stem()) + "-before-restore", now);
}

}  // namespace

Restore::Restore(const std::string& data_folder, const std::string& store, const std::string& backup,
                 TimePoint now, const std::function<bool()>& stopping)
    : store_(store), kept_(name_for_kept(store, now)), unfinished_(data_folder, {copy(), kept_}) {
    check_file(backup, store_);
    try {
        if (!copy_in_pieces(backup, copy(), stopping)) throw is_ended(backup);
        Poco::Data::Session session = session_with(copy());
        const Interruptible interruptible(session, stopping);
        if (const auto reason = refusal(session)) throw cannot_restore(backup, *reason);
    } catch (const Poco::Data::SQLite::CorruptImageException& error) {
        throw cannot_restore(backup,
                             "it is damaged or not a backup (" + error.message() + "). Name another one.");
    } catch (const Poco::Exception& error) {
        if (stopping()) throw is_ended(backup);
        throw cannot_restore(
            backup, "the disk of the store failed (" + error.message() + "). Check it and its free space.");
    } catch (const fs::filesystem_error& error) {
        throw cannot_restore(backup,
                             error.code().message() + ". Check the disk of the store and its free space.");
    }
}

void Restore::put_in_place() {
    std::error_code unknown;
    const auto log_bytes = fs::file_size(path_from_utf8(log_of(store_)), unknown);
    if (!unknown && log_bytes > 0) {
        throw StoreError("The store " + store_ + " could not be closed: its log " + log_of(store_) +
                         " is still there; the disk may be full. No backup was restored.");
    }
    try {
        if (may_be_there(store_)) link_or_copy_durably(store_, kept_);
        rename_durably(copy(), store_);
    } catch (const fs::filesystem_error& error) {
        throw StoreError("No backup was restored in place of the store " + store_ + ": " +
                         error.code().message() +
                         ". It is unchanged. Check its folder and the free space on its disk.");
    }
}

void Restore::undo() {
    try {
        rename_durably(kept_, store_);
    } catch (const fs::filesystem_error& error) {
        throw StoreError("The former store " + kept_ + " could not be restored: " + error.code().message() +
                         ". Close Send Text and rename the file to " + store_ + ".");
    }
}

}  // namespace send_text
