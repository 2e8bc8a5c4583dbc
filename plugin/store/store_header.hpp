#pragma once

#include <cstdint>

#include "core/random.hpp"

typedef struct sqlite3 sqlite3;

namespace Poco::Data {
class Session;
}

namespace send_text {

// What the first page of a store's file says of the file itself, whatever is in its tables.

/// The token of a store is another one from each opening, backup and emptying of its log on, so that a log
/// that was written on another file is told from its own. Odd: the store is open, or its plug-in was killed.
/// 0: it was never opened by a Send Text that has tokens.
using StoreToken = std::uint32_t;

constexpr bool says_open(StoreToken token) {
    return (token & 1U) != 0;
}

/// Odd and not 0, and another one than before even if chance should repeat itself.
inline StoreToken new_token(StoreToken before, RandomSource& random) {
    return (static_cast<StoreToken>(random.next()) + before) | 1U;
}

/// The token that the file itself has, without what its log adds.
StoreToken token_in_file(Poco::Data::Session& session);

/// Writes the token, in a transaction or as one. Written again, it stands in the log.
void set_token(Poco::Data::Session& session, StoreToken token);

/// What the file is, by SQLite's application_id.
enum class FileRole : std::int32_t {
    unmarked = 0,                  ///< a new file, one of an older Send Text, or of another program
    store = 0x53547853,            ///< "STxS"
    unchecked_store = 0x53547855,  ///< "STxU": was not closed, and not held against itself since
    backup = 0x53547842,           ///< "STxB": made as one, and not opened as a store since
};

FileRole role(Poco::Data::Session& session);
void set_role(Poco::Data::Session& session, FileRole role);

/// SQLite's own handle of a session.
sqlite3* handle_of(const Poco::Data::Session& session);

/// Whether closing the session writes its log into the file and removes it, as SQLite does on its own.
void empty_log_when_closed(Poco::Data::Session& session, bool empties);

}  // namespace send_text
