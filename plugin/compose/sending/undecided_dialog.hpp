#pragma once

#include "compose/compose_services.hpp"

namespace send_text {

/// Asks a user about the texts of which it cannot be told whether they were sent and about which the user may
/// decide: opens a window for them if some are the user's own, or if others have come since the user was last
/// shown them. Main thread.
void ask_about_undecided(const ComposeServices& services, const SessionUser& user);

/// Opens that window because the user wants to see it. Main thread.
void show_undecided(const ComposeServices& services, const SessionUser& user);

}  // namespace send_text
