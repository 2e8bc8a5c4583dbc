#pragma once

#include "soak/shared_moment.hpp"

namespace soak {

/// From now on whatever SQLite writes in this process goes over a disk that may be full, and on which the
/// process may be killed in the middle of any call: half of what was being written is then there.
void use_dying_disk(SharedMoment& moment);

}  // namespace soak
