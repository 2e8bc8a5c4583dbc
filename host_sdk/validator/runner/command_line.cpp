#include "runner/command_line.hpp"

#include <charconv>
#include <string_view>

namespace validator {

const char* const usage =
    R"(plugin_validator PLUGIN [options]     checks a plug-in against the contract

  --list              list the checks and what each expects
  --only NAME         run only this check; may be given several times
  --json              print the report as JSON
  --seed N            repeat the random part of a run that printed seed N
  --setup FILE        set the plug-in up before checks that use it: FILE has a JSON object with "settings"
                      (for settings.change) and "account" (for external_service.save)
  --time-limit N      allow each check N seconds (60)
  --in-process        run the checks in this process, for a debugger; a crash ends the run

Exit code: 0 if no check failed or crashed, 1 if one did, 2 if the checks could not be run.
)";

namespace {

std::uint64_t number(std::string_view option, std::string_view text) {
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) {
        throw UsageError(std::string(option) + " needs a number, not \"" + std::string(text) + "\".");
    }
    return value;
}

}  // namespace

CommandLine read_command_line(int argument_count, const char* const* arguments) {
    CommandLine line;
    for (int at = 1; at < argument_count; ++at) {
        const std::string_view argument = arguments[at];
        const auto value = [&]() -> std::string_view {
            if (++at >= argument_count) throw UsageError(std::string(argument) + " needs a value.");
            return arguments[at];
        };
        if (argument == "--help" || argument == "-h") {
            line.wants_help = true;
        } else if (argument == "--json") {
            line.wants_json = true;
        } else if (argument == "--list") {
            line.wants_list = true;
        } else if (argument == "--in-process") {
            line.is_in_process = true;
        } else if (argument == "--only") {
            line.only.emplace_back(value());
        } else if (argument == "--setup") {
            line.setup_path = value();
        } else if (argument == "--seed") {
            line.seed = number(argument, value());
        } else if (argument == "--time-limit") {
            const std::uint64_t seconds = number(argument, value());
            if (seconds == 0 || seconds > 86'400) {
                throw UsageError("--time-limit takes 1 to 86400 seconds.");
            }
            line.time_limit = std::chrono::seconds(seconds);
        } else if (argument.starts_with("-")) {
            throw UsageError("There is no option " + std::string(argument) + ".");
        } else if (!line.plugin_path.empty()) {
            throw UsageError("Give one plug-in at a time: " + line.plugin_path + " or " +
                             std::string(argument) + "?");
        } else {
            line.plugin_path = argument;
        }
    }
    if (line.plugin_path.empty() && !line.wants_list && !line.wants_help) {
        throw UsageError("Which plug-in? Give the path of its library.");
    }
    return line;
}

}  // namespace validator
