#pragma once

#include <vector>

#include "compose/compose_services.hpp"

namespace send_text {

/// Opens the window of the texts to these records that have not left and that the user may stop. Main thread;
/// it opens once the texts are read.
void show_waiting(const ComposeServices& services, const SessionUser& user, std::vector<RecordRef> records);

}  // namespace send_text
