#pragma once

#include <cstdint>

#include "compose/compose_services.hpp"

namespace send_text {

/// Asks a sender about their texts of which it cannot be told whether they were sent: opens a window for them
/// if there are any. Main thread.
void ask_about_undecided(const ComposeServices& services, std::int64_t rep_id);

}  // namespace send_text
