#pragma once

#include <functional>

namespace mock_host {

/// Asks the carrier simulator. Its refusals become ApiErrors with its status and words; ApiError (502) when
/// it cannot be reached.
void ask_carrier(const std::function<void()>& question);

}  // namespace mock_host
