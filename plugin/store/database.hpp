#pragma once

#include <functional>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include "core/outside_error.hpp"
#include "core/random.hpp"
#include "store/store_header.hpp"

namespace Poco::Data {
class Session;
}

namespace send_text {

/// The store cannot be used. what() says which file, what is wrong with it and what to do.
class StoreError : public OutsideError {
  public:
    using OutsideError::OutsideError;
};

/// The store cannot be used now, and may be later without anything being done here: somebody else has it
/// open, or its disk cannot be reached.
class StoreUnavailable : public StoreError {
  public:
    using StoreError::StoreError;
};

/// What a file may be that is to be a store.
enum class StoreFile {
    whole,       ///< not there yet, or a store
    may_be_new,  ///< an empty file as well: making a store in it was cut off
};

/// The plug-in's store: one SQLite file (WAL, synchronous FULL), opened by one plug-in at a time.
/// Threads: any; one transaction or step at a time, by turns.
class Database {
  public:
    /// Opens or makes the file and brings its schema up to date. Throws StoreUnavailable when another plug-in
    /// or program has it open, after a second, or the disk fails; StoreError when the folder is missing, the
    /// file is empty, damaged, another program's, newer than this plug-in, or not writable, or a log beside
    /// it is another file's. A file that is refused is left as it is, and so is its log. In one that is a
    /// backup, or lacks what was done last, all texts that wait must be looked for. `path` is UTF-8. `random`
    /// is used here only.
    Database(const std::string& path, RandomSource& random, StoreFile kind = StoreFile::whole);
    ~Database();

    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    /// Runs `work` alone and in one transaction, which is durable when this returns and undone when `work`
    /// throws. Any thread; not to be nested. SQL errors come out as StoreError.
    void transaction(const std::function<void(Poco::Data::Session&)>& work);

    /// Runs `step` again and again, each time alone and not in a transaction, until it returns false. Whoever
    /// waits with a transaction has it in between. Any thread; not to be nested. Throws what `step` does.
    void run_in_steps(const std::function<bool(Poco::Data::Session&)>& step);

    /// 128 random bits in hex, made with the file: what makes this store's keys unique in the world.
    const std::string& store_id() const;

    /// What people must know of the file that was opened, a sentence or two each.
    const std::vector<std::string>& noticed() const;

    /// Whether it is a backup, or lost its log: `noticed` says so.
    bool lacks_recent_changes() const;

    /// Whether its plug-in did not close it, and it is too large to have been checked while it was opened:
    /// see check_store.
    bool must_be_checked() const;

    /// Whether it was held against itself while it was opened: it is small.
    bool is_checked() const;

    const std::string& path() const;

    /// A token that no other state of the file has, for a closed copy of it.
    StoreToken token_for_copy();

  private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace send_text
