#include "store/sql_error.hpp"

#include <Poco/Data/DataException.h>
#include <Poco/Data/SQLite/SQLiteException.h>

#include "store/lock_holder.hpp"
#include "store/write_ahead_log.hpp"

namespace send_text {

namespace sqlite = Poco::Data::SQLite;

namespace {

constexpr const char* how_to_begin_anew =
    " It was left as it is. Put a backup in its place; or, to start with an empty store, move it away, and "
    "the files store_address.txt and requests_begun.txt in the folder that the host gives Send Text.";

StoreUnavailable in_use(const std::string& path) {
    const std::optional<LockHolder> holder = lock_holder(path);
    std::string by = !holder || holder->is_like_us ? "another Send Text" : "another program";
    if (holder && !holder->is_this_process) {
        by += ": " + (holder->program.empty() ? "" : holder->program + ", ") + "process " +
              std::to_string(holder->process_id);
    }
    return StoreUnavailable("The store " + path + " is in use by " + by +
                            ". Close the other one, or give this one a store of its own." +
                            (holder ? "" : " Another program, such as a backup tool, may also be using it."));
}

}  // namespace

StoreError damaged(const std::string& path, const std::string& detail) {
    return StoreError("The store " + path + " is damaged (" + detail + ")." + how_to_begin_anew);
}

std::string rebuilt(const std::string& path, const std::string& detail) {
    return "The store " + path + " had a damaged index (" + detail +
           "). All indexes were rebuilt, and nothing is missing. Check the disk and the memory of this "
           "computer.";
}

std::string damaged_in_use(const std::string& path, const std::string& detail) {
    return "The store " + path + " is damaged (" + detail +
           "), and rebuilding its indexes did not help. Texts may be missing or never be sent. Restore a "
           "backup.";
}

StoreError emptied(const std::string& path) {
    return StoreError("The store " + path + " is empty: its texts, accounts and opt-outs are gone." +
                      how_to_begin_anew);
}

StoreError not_writable(const std::string& path) {
    return StoreError("The store " + path +
                      " cannot be written. Give this user the right to write the file and its folder.");
}

StoreError has_log_of_another(const std::string& path) {
    const std::string log = log_of(path);
    return StoreError(
        "The file " + log + " is not the log of the store " + path +
        ", but of another file that was there, such as a store that a backup replaced. Both were left "
        "unchanged. Put the file that the log belongs to back; or, to keep this one as it is, move " +
        log + " away.");
}

StoreError has_journal(const std::string& path, const std::string& journal) {
    return StoreError(
        "The file " + journal + " beside the store " + path +
        " is from another program that stopped while it was changing the store, or belongs to another file. "
        "Both were left unchanged. Open and close the store with that program, or move " +
        journal + " away when it belongs to another file.");
}

void throw_store_error(const std::string& path, const Poco::Exception& error) {
    const std::string& detail = error.message();
    if (dynamic_cast<const sqlite::DBLockedException*>(&error) != nullptr ||
        dynamic_cast<const sqlite::LockProtocolException*>(&error) != nullptr) {
        throw in_use(path);
    }
    if (dynamic_cast<const sqlite::CorruptImageException*>(&error) != nullptr) throw damaged(path, detail);
    if (dynamic_cast<const sqlite::DatabaseFullException*>(&error) != nullptr) {
        throw StoreError(
            "The disk of the store " + path +
            " is full. The last change was not saved. Free some space on the disk and try again.");
    }
    if (dynamic_cast<const sqlite::ReadOnlyException*>(&error) != nullptr) {
        throw not_writable(path);
    }
    if (dynamic_cast<const sqlite::IOErrorException*>(&error) != nullptr) {
        throw StoreUnavailable("The disk failed to read or write the store " + path + " (" + detail +
                               "). The last change was not saved. Check the disk and its free space.");
    }
    if (dynamic_cast<const sqlite::CantOpenDBFileException*>(&error) != nullptr ||
        dynamic_cast<const Poco::Data::ConnectionFailedException*>(&error) != nullptr) {
        throw StoreError("The store " + path + " cannot be opened (" + detail +
                         "). Give this user the right to read and write the file and its folder.");
    }
    throw StoreError("The store " + path + " refused a step (" + error.displayText() +
                     "). The last change was not saved.");
}

}  // namespace send_text
