#pragma once

#include <cstdint>

#include "host/live_plugin.hpp"

namespace validator {

/// Gives the plug-in the settings and the account of the set-up file, if there is one. Throws Failed.
void set_up(const LivePlugin& plugin, const CheckRun& run);

/// Performs every enabled item on a few records, so that what they start is under way when this returns:
/// dialogs that came up by then are answered with a text in each field and the default button. Returns how
/// many items were performed.
int start_work(const LivePlugin& plugin);

/// Opens a dialog by performing items until one comes up. Throws Skipped when none does.
std::uint64_t open_dialog(const LivePlugin& plugin);

/// Answers a dialog as a person would: fills in each text area, chooses, and presses the default button.
Answer answer_dialog(const LivePlugin& plugin, std::uint64_t dialog_id);

/// All that a host does on an ordinary day: every function of every extension once, every menu, the items
/// performed and their dialogs answered until nothing comes any more, every action of the accounts, and the
/// audit trail.
void use_everything(const LivePlugin& plugin, const CheckRun& run);

}  // namespace validator
