#pragma once

#include "compose/compose_services.hpp"
#include "model/ids.hpp"

namespace send_text {

/// Asks once more whether what has not left of a request is not to be sent.
/// Threads: the main thread only.
void ask_whether_to_stop(const ComposeServices& services, RequestId request_id,
                         const RequestProgress& progress);

}  // namespace send_text
