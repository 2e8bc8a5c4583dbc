#pragma once

#include <cstdint>
#include <utility>

#include "compose/draft_keeper.hpp"
#include "compose/message_field.hpp"
#include "core/time.hpp"

namespace send_text {

/// The message of one compose window as the DraftKeeper has it.
/// Threads: the main thread only.
class KeptDraft {
  public:
    /// `keeper` outlives it.
    KeptDraft(DraftKeeper& keeper, DraftId id) : keeper_(keeper) { draft_.id = std::move(id); }

    const DraftId& id() const { return draft_.id; }

    /// What was kept earlier is the message again.
    void brought_back(const Draft& draft) { draft_ = draft; }

    /// Keeps the message, unless it is a template word for word or nothing. False: just as it was before.
    bool keep(const MessageField& message, TimePoint now);

    /// If there is one.
    void forget();

  private:
    DraftKeeper& keeper_;
    Draft draft_;
};

}  // namespace send_text
