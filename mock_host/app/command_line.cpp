#include "mock_host/app/command_line.hpp"

namespace mock_host {

namespace {

using Arguments = std::vector<std::string>;

RunOptions parse_run(const Arguments& arguments, const std::filesystem::path& folder) {
    RunOptions options;
    options.plugin = (folder / "../plugins/send_text.so").lexically_normal();
    options.carrier_program = folder / "carrier_simulator";
    for (std::size_t i = 1; i < arguments.size(); ++i) {
        const std::string& argument = arguments[i];
        const auto value = [&]() -> const std::string& {
            if (i + 1 == arguments.size()) throw UsageError(argument + " wants a value.");
            return arguments[++i];
        };
        if (argument == "--plugin") {
            options.plugin = value();
        } else if (argument == "--data") {
            options.data_folder = value();
        } else if (argument == "--carrier") {
            options.carrier_url = value();
        } else if (argument == "--carrier-program") {
            options.carrier_program = value();
        } else if (argument == "--verbose") {
            options.verbose = true;
        } else if (argument == "--real-time") {
            options.real_time = true;
        } else if (argument.starts_with("-")) {
            throw UsageError("\"" + argument + "\" is not an option of mock_host run.");
        } else if (options.scenario.empty()) {
            options.scenario = argument;
        } else {
            throw UsageError("mock_host run plays one scenario; \"" + argument + "\" is one too many.");
        }
    }
    if (options.scenario.empty()) throw UsageError("mock_host run wants the file of a scenario.");
    return options;
}

LoadOptions parse_load(const Arguments& arguments) {
    if (arguments.size() != 2 || arguments[1].starts_with("-")) {
        throw UsageError("mock_host load wants one argument, the library of a plug-in.");
    }
    return {arguments[1]};
}

}  // namespace

CommandLine parse_command_line(const Arguments& arguments, const std::filesystem::path& folder) {
    CommandLine result;
    if (arguments.empty()) throw UsageError("Say what to do: run or load.");
    for (const std::string& argument : arguments) {
        if (argument == "--help" || argument == "-h") return result;
    }
    if (arguments.front() == "run") {
        result.command = Command::run;
        result.run = parse_run(arguments, folder);
    } else if (arguments.front() == "load") {
        result.command = Command::load;
        result.load = parse_load(arguments);
    } else {
        throw UsageError("\"" + arguments.front() +
                         "\" is nothing that mock_host does. It does run and load.");
    }
    return result;
}

std::string usage() {
    return R"(mock_host: a staffing host to test plug-ins with.

  mock_host run SCENARIO.json [options]
      Plays a scenario without a screen and prints what it did and saw.
      --plugin FILE            the plug-in's library; by default ../plugins/send_text.so beside this program
      --data DIR               keeps the host's and the plug-in's data in this folder, for another run to go on
                               with; by default they are in a temporary folder that is removed at the end.
                               The key of its passwords goes into your session's keyring where there is one
      --carrier URL            uses a carrier_simulator that runs already, such as http://127.0.0.1:18080
      --carrier-program FILE   otherwise this one is started; by default carrier_simulator beside this program
      --verbose                shows the host's log on standard error as it is written
      --real-time              gives the plug-in no clock: time is the system's
      Exit code: 0 all was as stated, 1 something was not (it says what), 2 the scenario or the arguments cannot
      be used.

  mock_host load PLUGIN
      Loads a plug-in, shows what it says of itself, which extensions it offers and which it asked for, and
      unloads it. Exit code: 0 loaded, 1 not.

  mock_host --help
)";
}

std::filesystem::path program_folder() {
    return std::filesystem::read_symlink("/proc/self/exe").parent_path();
}

}  // namespace mock_host
