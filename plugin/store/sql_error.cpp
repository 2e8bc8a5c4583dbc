#include "store/sql_error.hpp"

#include <Poco/Data/DataException.h>
#include <Poco/Data/SQLite/SQLiteException.h>

namespace send_text {

namespace sqlite = Poco::Data::SQLite;

StoreError damaged(const std::string& path, const std::string& detail) {
    return StoreError("The store " + path + " is damaged (" + detail +
                      "). It was left as it is. Put a backup in its place, or move it away to start with an "
                      "empty one.");
}

StoreError not_writable(const std::string& path) {
    return StoreError("The store " + path +
                      " cannot be written. Give this user the right to write the file and its folder.");
}

StoreError in_words(const std::string& path, const Poco::Exception& error) {
    const std::string& detail = error.message();
    if (dynamic_cast<const sqlite::DBLockedException*>(&error) != nullptr) {
        return StoreError("The store " + path +
                          " is in use by another Send Text. Close the other one, or give this one a store of "
                          "its own.");
    }
    if (dynamic_cast<const sqlite::CorruptImageException*>(&error) != nullptr) return damaged(path, detail);
    if (dynamic_cast<const sqlite::DatabaseFullException*>(&error) != nullptr) {
        return StoreError("The disk of the store " + path +
                          " is full. Nothing of this step was kept. Make room on the disk and try again.");
    }
    if (dynamic_cast<const sqlite::ReadOnlyException*>(&error) != nullptr) {
        return not_writable(path);
    }
    if (dynamic_cast<const sqlite::IOErrorException*>(&error) != nullptr) {
        return StoreError("The disk failed to read or write the store " + path + " (" + detail +
                          "). Nothing of this step was kept. Check the disk and its free room.");
    }
    if (dynamic_cast<const sqlite::CantOpenDBFileException*>(&error) != nullptr ||
        dynamic_cast<const Poco::Data::ConnectionFailedException*>(&error) != nullptr) {
        return StoreError("The store " + path + " cannot be opened (" + detail +
                          "). Give this user the right to read and write the file and its folder.");
    }
    return StoreError("The store " + path + " refused a step (" + error.displayText() +
                      "). Nothing of this step was kept.");
}

}  // namespace send_text
