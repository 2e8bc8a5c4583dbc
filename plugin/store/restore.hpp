#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "core/time.hpp"
#include "store/unfinished_copy.hpp"

namespace send_text {

/// A backup on its way into the place of a store. Whenever this is cut off, the store is the one that it was
/// or, whole, the backup.
class Restore {
  public:
    /// Copies a backup (a full path in UTF-8) beside the store, and checks the copy. The store may be in use.
    /// Throws StoreError, and when `stopping` says so.
    Restore(
        const std::string& data_folder, const std::string& store, const std::string& backup, TimePoint now,
        const std::function<bool()>& stopping = [] { return false; });

    /// The name that the store that is there gets, beside it, with the date.
    const std::string& kept() const { return kept_; }

    /// Puts the copy in the store's place. The store must be closed. Throws StoreError, and then it is as it
    /// was.
    void put_in_place();

    /// Puts the former store back. The one that was put in its place must be closed. Throws StoreError.
    void undo();

  private:
    std::string copy() const { return store_ + ".restoring"; }

    std::string store_;
    std::string kept_;
    UnfinishedCopy unfinished_;
};

}  // namespace send_text
