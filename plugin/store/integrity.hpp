#pragma once

#include <functional>
#include <optional>
#include <string>

#include "store/query.hpp"

namespace send_text {

enum class Check {
    quick,  ///< reads all of it
    whole,  ///< and holds indexes against tables, which takes ten times as long
};

/// What is wrong with a database, in SQLite's words.
std::optional<std::string> damage_of(Poco::Data::Session& session, Check check = Check::whole);

/// Makes all indexes anew, within a transaction that is under way. What is still wrong then; when
/// nothing is, the transaction is to be committed. Nothing is in the log before that.
std::optional<std::string> rebuild_indexes(Poco::Data::Session& session);

/// While this lives, what a session does is broken off, with an exception of Poco's, soon after `stopping`
/// says so.
class Interruptible {
  public:
    Interruptible(Poco::Data::Session& session, const std::function<bool()>& stopping);
    ~Interruptible();
    Interruptible(const Interruptible&) = delete;
    Interruptible& operator=(const Interruptible&) = delete;

  private:
    Poco::Data::Session& session_;
    const std::function<bool()>& stopping_;
};

}  // namespace send_text
