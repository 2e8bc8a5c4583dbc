#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/record.hpp"
#include "core/time.hpp"
#include "model/draft.hpp"
#include "store/database.hpp"

namespace send_text {

/// The same for the same records in any order: a hash, for they may be many.
std::string key_of_recipients(std::vector<RecordRef> records);

/// What is to be done with drafts.
struct DraftChanges {
    std::vector<Draft> kept;
    std::vector<DraftId> removed;
};

/// The drafts. Each call is one durable transaction. Blocks. Throws StoreError.
/// Threads: any but the main one; the database takes turns.
class DraftStore {
  public:
    /// Of a rep; when there are more, the oldest go.
    static constexpr std::int64_t max_per_rep = 300;

    explicit DraftStore(Database& database) : database_(database) {}

    std::optional<Draft> find(const DraftId& id) const;

    /// Keeps these in the place of those that were there, and removes others.
    void change(const DraftChanges& changes);

    /// Removes those that were changed last before `before`. Returns how many there were.
    std::size_t purge(TimePoint before);

  private:
    Database& database_;
};

}  // namespace send_text
