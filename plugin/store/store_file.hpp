#pragma once

#include <Poco/Data/Session.h>

#include <optional>
#include <string>

#include "store/database.hpp"
#include "store/store_header.hpp"

namespace send_text {

/// A store's file that was opened, and what was found.
struct OpenStoreFile {
    Poco::Data::Session session;
    StoreToken token = 0;          ///< that of the file, without its log
    bool is_log_empty = false;     ///< nothing that was committed is in the log
    bool was_backup = false;       ///< it says that it is a backup
    bool was_open = false;         ///< the plug-in that had it did not close it
    bool has_lost_log = false;     ///< and of its log some or all is not there
    bool is_checked = false;       ///< its indexes were held against its tables
    bool must_be_checked = false;  ///< so its indexes must be held against its tables, which takes long
    /// Its indexes were made anew: what was wrong with them, in SQLite's words.
    std::optional<std::string> rebuilt_because;
};

/// Opens the file for this plug-in alone, checks that it is a store of ours (or new) and sets up durability.
/// One that is refused stays as it is, with its log. From here on closing the session leaves the log as it
/// is. Throws what Database says.
OpenStoreFile open_store_file(const std::string& path, StoreFile kind);

/// What a database is to this Send Text.
enum class StoreKind { ours, empty, of_another_program, newer };
StoreKind kind_of(Poco::Data::Session& session);

}  // namespace send_text
