#pragma once

#include <cstdint>
#include <string>

namespace mock_host {

class Dialogs;

/// An open dialog drawn as text, for the transcript: rows with their marks (✓, !, ✗), fields with what stands
/// in them, buttons. Of a long list the first rows are shown and those that are marked as other than ok.
std::string draw_dialog(const Dialogs& dialogs, std::uint64_t id);

/// All that are open, oldest first; words that say so when there is none.
std::string draw_all_dialogs(const Dialogs& dialogs);

}  // namespace mock_host
