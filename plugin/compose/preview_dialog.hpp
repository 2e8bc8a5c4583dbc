#pragma once

#include <memory>
#include <optional>

#include "compose/dialog_set.hpp"
#include "compose/message_draft.hpp"

namespace send_text {

/// Opens the window that shows each recipient's message as it will be sent, beginning with that of `first`,
/// if given and texted. Shows `draft` as it was handed in, whatever becomes of the compose window. `dialogs`
/// outlives it. Main thread.
void show_preview(DialogSet& dialogs, std::shared_ptr<const MessageDraft> draft,
                  const std::optional<RecordRef>& first);

}  // namespace send_text
