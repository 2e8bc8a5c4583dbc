#pragma once

#include "mock_host/staffing/connection.hpp"

namespace mock_host {

/// Writes the seed into empty tables, inside the caller's transaction.
void fill_with_seed(Session& session);

}  // namespace mock_host
