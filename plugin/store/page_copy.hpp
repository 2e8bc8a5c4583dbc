#pragma once

#include <Poco/Data/Session.h>

#include <optional>
#include <string>

#include "store/store_header.hpp"

typedef struct sqlite3_backup sqlite3_backup;

namespace send_text {

/// Copies a database into another one, page by page. What the first session changes meanwhile, in between two
/// steps, is in the copy as well: it is what the database was at the last step.
class PageCopy {
  public:
    PageCopy(Poco::Data::Session& from, Poco::Data::Session& to);
    ~PageCopy();
    PageCopy(const PageCopy&) = delete;
    PageCopy& operator=(const PageCopy&) = delete;

    /// Copies so many more pages. False: all are copied.
    bool step(int pages);

  private:
    void fail(int result) const;

    Poco::Data::Session& to_;
    sqlite3_backup* copy_;
};

/// Copied in a few milliseconds.
constexpr int pages_of_a_turn = 256;

/// A session with a file that nobody else knows of. Made when it is not there; empty: a private one, on the
/// disk for temporary files, which is gone with the session.
Poco::Data::Session session_with(const std::string& path);

/// Makes a copy a file of its own that needs no log and is nobody's, with a role and a token for one that is
/// closed; and checks it. What is damaged in it and could not be mended, in SQLite's words.
std::optional<std::string> seal(Poco::Data::Session& copy, FileRole role, StoreToken token);

}  // namespace send_text
