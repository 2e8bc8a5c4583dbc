#pragma once

#include <string>

#include "store/database.hpp"

namespace Poco {
class Exception;
}

namespace send_text {

/// Throws what Poco or SQLite threw about the file, in words for people: what is wrong with which file, and
/// what to do.
[[noreturn]] void throw_store_error(const std::string& path, const Poco::Exception& error);

/// The words for a file that this user may not write.
StoreError not_writable(const std::string& path);

/// The words for a damaged file; `detail` is SQLite's.
StoreError damaged(const std::string& path, const std::string& detail);

/// The words for a file of which the indexes were made anew; `detail` is SQLite's.
std::string rebuilt(const std::string& path, const std::string& detail);

/// The words for a damage that is found while the store is in use, and cannot be mended.
std::string damaged_in_use(const std::string& path, const std::string& detail);

/// The words for a file that has lost all that was in it.
StoreError emptied(const std::string& path);

/// The words for a file beside which there is a log that was written on another one.
StoreError has_log_of_another(const std::string& path);

/// The words for a file beside which a program left how to undo what it was at.
StoreError has_journal(const std::string& path, const std::string& journal);

}  // namespace send_text
