#pragma once

#include <iosfwd>

#include "mock_host/app/command_line.hpp"

namespace mock_host {

/// `mock_host serve`: returns the exit code when SIGINT, SIGTERM or SIGHUP has ended it. The address of the
/// screens goes to `out`, what a person should know besides to `problems`.
int serve(const ServeOptions& options, std::ostream& out, std::ostream& problems);

}  // namespace mock_host
