#include "mock_host/app/command_line.hpp"

#include <charconv>
#include <functional>
#include <map>

namespace mock_host {

namespace {

using Arguments = std::vector<std::string>;

using Take = std::function<void(const std::string&)>;

/// What a command understands: options with a value, flags, and what stands alone.
struct Grammar {
    std::string command;
    std::map<std::string, Take> options;
    std::map<std::string, bool*> flags;
    Take rest;
};

void parse(const Arguments& arguments, const Grammar& grammar) {
    for (std::size_t i = 1; i < arguments.size(); ++i) {
        const std::string& argument = arguments[i];
        if (const auto option = grammar.options.find(argument); option != grammar.options.end()) {
            if (i + 1 == arguments.size()) throw UsageError(argument + " needs a value.");
            option->second(arguments[++i]);
        } else if (const auto flag = grammar.flags.find(argument); flag != grammar.flags.end()) {
            *flag->second = true;
        } else if (argument.starts_with("-")) {
            throw UsageError("\"" + argument + "\" is not an option of " + grammar.command + ".");
        } else {
            grammar.rest(argument);
        }
    }
}

/// The options that serve and run share.
template <class Options>
Grammar common_grammar(const std::string& command, Options& options, const std::filesystem::path& folder) {
    options.plugin = (folder / "../plugins/send_text.so").lexically_normal();
    options.carrier_program = folder / "carrier_simulator";
    return {command,
            {{"--plugin", [&](const std::string& value) { options.plugin = value; }},
             {"--data", [&](const std::string& value) { options.data_folder = value; }},
             {"--carrier", [&](const std::string& value) { options.carrier_url = value; }},
             {"--carrier-program", [&](const std::string& value) { options.carrier_program = value; }}},
            {{"--verbose", &options.verbose}},
            {}};
}

/// 0, like none, leaves the choice to us.
std::optional<std::uint16_t> port_in(const std::string& text) {
    std::uint16_t port = 0;
    const char* const end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, port);
    if (error != std::errc{} || stop != end)
        throw UsageError("\"" + text + "\" is not a port; a port is a number from 0 to 65535.");
    return port == 0 ? std::nullopt : std::optional(port);
}

/// Where the screens lie: in the installed SDK, or in a build.
std::filesystem::path pages_folder(const std::filesystem::path& program_folder) {
    const auto installed = (program_folder / "../share/staffing_host_sdk/web").lexically_normal();
    return std::filesystem::exists(installed) ? installed : (program_folder / "../web").lexically_normal();
}

ServeOptions parse_serve(const Arguments& arguments, const std::filesystem::path& folder) {
    ServeOptions options;
    options.pages = pages_folder(folder);
    Grammar grammar = common_grammar("mock_host serve", options, folder);
    grammar.options["--port"] = [&](const std::string& value) { options.port = port_in(value); };
    grammar.rest = [](const std::string& argument) {
        throw UsageError("mock_host serve takes only options; \"" + argument + "\" is not one.");
    };
    parse(arguments, grammar);
    return options;
}

RunOptions parse_run(const Arguments& arguments, const std::filesystem::path& folder) {
    RunOptions options;
    Grammar grammar = common_grammar("mock_host run", options, folder);
    grammar.flags["--real-time"] = &options.real_time;
    grammar.rest = [&](const std::string& argument) {
        if (!options.scenario.empty())
            throw UsageError("mock_host run plays one scenario; \"" + argument + "\" is one too many.");
        options.scenario = argument;
    };
    parse(arguments, grammar);
    if (options.scenario.empty()) throw UsageError("mock_host run needs the file of a scenario.");
    return options;
}

LoadOptions parse_load(const Arguments& arguments) {
    if (arguments.size() != 2 || arguments[1].starts_with("-")) {
        throw UsageError("mock_host load needs one argument, the library of a plug-in.");
    }
    return {arguments[1]};
}

}  // namespace

CommandLine parse_command_line(const Arguments& arguments, const std::filesystem::path& folder) {
    CommandLine result;
    if (arguments.empty()) throw UsageError("Say what to do: serve, run or load.");
    for (const std::string& argument : arguments) {
        if (argument == "--help" || argument == "-h") return result;
    }
    if (arguments.front() == "serve") {
        result.command = Command::serve;
        result.serve = parse_serve(arguments, folder);
    } else if (arguments.front() == "run") {
        result.command = Command::run;
        result.run = parse_run(arguments, folder);
    } else if (arguments.front() == "load") {
        result.command = Command::load;
        result.load = parse_load(arguments);
    } else {
        throw UsageError("\"" + arguments.front() +
                         "\" is not a command of mock_host. The commands are serve, run and load.");
    }
    return result;
}

std::string usage() {
    return R"(mock_host: a staffing host to test plug-ins with.

  mock_host serve [options]
      Shows the host's screens in a browser, on this machine only, and prints their address. Ctrl-C ends it.
      --port N                 the port; by default 8321 if that is free, else any that is
      --data DIR               keeps everything, the clock too, in this folder, for the next time; by default it
                               is in a temporary folder that is removed at the end
      --plugin FILE, --carrier URL, --carrier-program FILE, --verbose
                               as for run, below

  mock_host run SCENARIO.json [options]
      Plays a scenario without a screen and prints what it did and saw.
      --plugin FILE            the plug-in's library; by default ../plugins/send_text.so beside this program
      --data DIR               keeps the host's and the plug-in's data in this folder, for another run to go on
                               with; by default they are in a temporary folder that is removed at the end
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
