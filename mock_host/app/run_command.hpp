#pragma once

#include <iosfwd>

#include "mock_host/app/command_line.hpp"

namespace mock_host {

/// `mock_host run`; the exit code. Does not return when the plug-in hangs: the program ends with 1.
int run_scenario(const RunOptions& options, std::ostream& out);

}  // namespace mock_host
