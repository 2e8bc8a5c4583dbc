#pragma once

#include <string>

#include "store/database.hpp"

namespace Poco {
class Exception;
}

namespace send_text {

/// Throws what Poco or SQLite threw about the file, in words for people: what is wrong with which file, and
/// what to do.
[[noreturn]] void throw_in_words(const std::string& path, const Poco::Exception& error);

/// The words for a file that this user may not write.
StoreError not_writable(const std::string& path);

/// The words for a damaged file; `detail` is SQLite's.
StoreError damaged(const std::string& path, const std::string& detail);

/// The words for a file that has lost all that was in it.
StoreError emptied(const std::string& path);

}  // namespace send_text
