#pragma once

#include <cstddef>
#include <memory>

#include "compose/message_draft.hpp"
#include "dialogs/dialog_set.hpp"

namespace send_text {

/// Opens the window that shows each recipient's message as it will be sent, beginning with the text `first`
/// of the draft. Shows `draft` as it was handed in, whatever becomes of the compose window. `dialogs`
/// outlives it. Main thread.
void show_preview(DialogSet& dialogs, std::shared_ptr<const MessageDraft> draft, std::size_t first);

}  // namespace send_text
