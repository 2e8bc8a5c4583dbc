#pragma once

#include <iosfwd>

#include "mock_host/app/command_line.hpp"

namespace mock_host {

/// `mock_host load`; the exit code.
int load_plugin(const LoadOptions& options, std::ostream& out);

}  // namespace mock_host
