#pragma once

#include <cstdint>

#include "host/live_plugin.hpp"

namespace validator {

/// Gives the plug-in the settings and the account of the set-up file, if there is one. Throws Failed.
void set_up(const LivePlugin& plugin, const CheckRun& run);

/// Performs every enabled item on a few records, so that the work they start is under way when this returns.
/// Dialogs that are open by then are answered with a text in each field and the default button. Returns how
/// many items were performed.
int start_work(const LivePlugin& plugin);

/// Performs items until one opens a dialog. Throws Skipped when none does.
std::uint64_t open_dialog(const LivePlugin& plugin);

/// Answers a dialog as a person would: fills in each text area, chooses, and presses the default button.
Answer answer_dialog(const LivePlugin& plugin, std::uint64_t dialog_id);

/// All that a host does on an ordinary day: calls every function of every extension once, opens every menu,
/// performs the items and answers their dialogs until no more come, performs every action of the accounts,
/// and reads the audit trail.
void use_everything(const LivePlugin& plugin, const CheckRun& run);

}  // namespace validator
