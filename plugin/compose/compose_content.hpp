#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "compose/compose_view.hpp"
#include "compose/composition.hpp"
#include "compose/line_choice.hpp"
#include "compose/message_field.hpp"
#include "core/refusal.hpp"

namespace send_text {

enum class ComposeStage { looking_up, editing, saving };

/// What a compose window knows, and what it says of that. What is to be gone through for each recipient is in
/// the Composition, whose results come here.
/// Threads: the main thread only.
struct ComposeContent {
    std::size_t record_count;  ///< that are or were looked up
    LineChoice line;
    MessageField message;
    ComposeStage stage = ComposeStage::looking_up;
    std::shared_ptr<const RecipientCounts> counts = std::make_shared<const RecipientCounts>();
    std::size_t rejected = 0;          ///< rows
    std::int64_t queued_segments = 0;  ///< that the line must send first
    std::string failure = {};          ///< what went wrong last, in words
    std::string refused = {};          ///< why what was entered last was not taken
    std::string draft_words = {};      ///< that the message is a draft that was brought back, unchanged

    /// What is to be said of the message to its recipients.
    MessageFindings findings() const { return message.findings(counts->texts); }

    /// Why it cannot be sent now.
    std::optional<Refusal> sending_refusal() const;

    /// What the window says when it opens, and from then on.
    ComposeTexts opening_texts() const;
    ComposeTexts texts(std::int64_t segments_per_minute) const;

  private:
    std::string summary(std::int64_t segments_per_minute) const;
    std::int64_t segments_until_sent() const;
};

}  // namespace send_text
