#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

namespace validator {

struct CommandLine {
    std::string plugin_path;
    std::string setup_path;
    std::vector<std::string> only;  ///< names of checks; empty: all of them
    std::optional<std::uint64_t> seed;
    std::chrono::seconds time_limit{60};  ///< of one check
    bool wants_json = false;
    bool wants_list = false;
    bool wants_help = false;
    bool is_in_process = false;
};

/// A command line that makes no sense, with a message for the user.
class UsageError : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

extern const char* const usage;

/// Throws UsageError.
CommandLine read_command_line(int argument_count, const char* const* arguments);

}  // namespace validator
