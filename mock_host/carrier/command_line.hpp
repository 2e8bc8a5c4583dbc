#pragma once

#include <stdexcept>
#include <string>
#include <vector>

#include "carrier/carrier_server.hpp"

namespace mock_host {

/// An argument that makes no sense, in words.
class UsageError : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

struct CommandLine {
    CarrierServerOptions server;
    bool until_stdin_closes = false;
    bool help = false;
};

/// Reads the arguments that follow the program's name. Throws UsageError.
CommandLine parse_command_line(const std::vector<std::string>& arguments);

/// What --help prints.
std::string simulator_usage();

}  // namespace mock_host
