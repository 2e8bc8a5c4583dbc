#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

namespace mock_host {

/// Arguments that cannot be used, in words.
class UsageError : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

enum class Command { help, serve, run, load };

struct ServeOptions {
    std::optional<std::uint16_t> port;  ///< nothing: the usual one, or any that is free
    std::filesystem::path plugin;       ///< by default ../plugins/send_text.so beside the program
    std::filesystem::path pages;        ///< the screens, as files
    std::optional<std::filesystem::path> data_folder;  ///< nothing: a temporary one
    std::optional<std::string> carrier_url;            ///< nothing: a simulator is started
    std::filesystem::path carrier_program;             ///< by default carrier_simulator beside the program
    bool verbose = false;
};

struct RunOptions {
    std::filesystem::path scenario;
    std::filesystem::path plugin;  ///< by default ../plugins/send_text.so beside the program
    std::optional<std::filesystem::path> data_folder;  ///< nothing: a temporary one
    std::optional<std::string> carrier_url;            ///< nothing: a simulator is started
    std::filesystem::path carrier_program;             ///< by default carrier_simulator beside the program
    bool verbose = false;
    bool real_time = false;
};

struct LoadOptions {
    std::filesystem::path plugin;
};

struct CommandLine {
    Command command = Command::help;
    ServeOptions serve;
    RunOptions run;
    LoadOptions load;
};

/// Throws UsageError. `folder` is where the program lies.
CommandLine parse_command_line(const std::vector<std::string>& arguments,
                               const std::filesystem::path& folder);

std::string usage();

/// The folder of the running program.
std::filesystem::path program_folder();

}  // namespace mock_host
