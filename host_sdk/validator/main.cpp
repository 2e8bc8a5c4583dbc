#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <random>

#include "runner/check_list.hpp"
#include "runner/check_process.hpp"
#include "runner/command_line.hpp"
#include "runner/report.hpp"
#include "runner/scratch_folder.hpp"
#include "staffing_json/bounded_json.hpp"

namespace {

using namespace validator;
namespace fs = std::filesystem;

constexpr int could_not_run = 2;

std::vector<Check> chosen(const CommandLine& line) {
    std::vector<Check> checks = all_checks();
    if (line.only.empty()) return checks;
    for (const std::string& name : line.only) {
        if (std::none_of(checks.begin(), checks.end(),
                         [&](const Check& check) { return check.name == name; })) {
            throw UsageError("There is no check \"" + name + "\". --list shows all checks.");
        }
    }
    std::erase_if(checks, [&](const Check& check) {
        return std::find(line.only.begin(), line.only.end(), check.name) == line.only.end();
    });
    return checks;
}

void require_object(const std::string& setup_path) {
    std::ifstream file(setup_path);
    const std::string text(std::istreambuf_iterator<char>(file), {});
    if (!staffing::json_or_discarded(text).is_object()) {
        throw UsageError(setup_path + " is not a file with a JSON object.");
    }
}

int validate(const CommandLine& line) {
    const std::vector<Check> checks = chosen(line);
    if (!fs::is_regular_file(line.plugin_path))
        throw UsageError("There is no file " + line.plugin_path + ".");
    if (!line.setup_path.empty()) require_object(line.setup_path);
    CheckRun run;
    run.plugin_path = fs::canonical(line.plugin_path);
    run.setup_path = line.setup_path.empty() ? "" : fs::absolute(line.setup_path).string();
    run.seed = line.seed.value_or(std::random_device{}());

    std::vector<Result> results;
    for (const Check& check : checks) {
        const ScratchFolder scratch;
        run.scratch = scratch.path();
        results.push_back(line.is_in_process ? run_in_process(check, run)
                                             : run_in_child(check, run, line.time_limit));
        if (!line.wants_json) write_line(std::cout, results.back());
    }
    if (line.wants_json) {
        write_json(std::cout, line.plugin_path, run.seed, results);
    } else {
        write_summary(std::cout, results, run.seed);
    }
    return is_sound(results) ? 0 : 1;
}

}  // namespace

int main(int argument_count, char** arguments) {
    try {
        const CommandLine line = read_command_line(argument_count, arguments);
        if (line.wants_help) {
            std::cout << usage;
            return 0;
        }
        if (line.wants_list) {
            for (const Check& check : chosen(line))
                std::cout << check.name << "\n    " << check.expectation << '\n';
            return 0;
        }
        return validate(line);
    } catch (const UsageError& error) {
        std::cerr << error.what() << "\n\n" << usage;
    } catch (const std::exception& error) {
        std::cerr << "The checks could not be run: " << error.what() << '\n';
    }
    return could_not_run;
}
