#include <stdlib.h>

#include <catch2/catch_test_macros.hpp>
#include <filesystem>

#include "validator/run_validator.hpp"

namespace {

namespace fs = std::filesystem;

bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

/// Exit code 2, nothing on the output that a program could take for a report, and these words.
void check_refused(std::vector<std::string> arguments, const std::string& words) {
    arguments.insert(arguments.begin(), VALIDATOR);
    const ValidatorRun run = run_validator(arguments);
    CAPTURE(arguments, run.errors);
    CHECK(run.exit_code == 2);
    CHECK(run.output == "");
    CHECK(has(run.errors, words));
    CHECK(has(run.errors, "plugin_validator PLUGIN"));
}

}  // namespace

TEST_CASE("A command line that cannot be understood is exit code 2, with words") {
    check_refused({}, "Which plug-in?");
    check_refused({SOUND, "--jsn"}, "There is no option --jsn.");
    check_refused({SOUND, NO_PLUGIN}, "one plug-in at a time");
    check_refused({SOUND, "--only"}, "--only needs a value.");
    check_refused({SOUND, "--only", "no-such-check"}, "There is no check \"no-such-check\".");
    check_refused({SOUND, "--seed", "4x"}, "--seed needs a number");
    check_refused({SOUND, "--seed", "-1"}, "--seed needs a number");
    check_refused({SOUND, "--time-limit", "0"}, "--time-limit takes");
    check_refused({SOUND, "--time-limit", "ten"}, "--time-limit needs a number");
}

TEST_CASE("Files that are not there are exit code 2") {
    check_refused({std::string(SOUND) + ".gone"}, "There is no file");
    check_refused({BROKEN_FOLDER}, "There is no file");
    check_refused({SOUND, "--setup", "/nowhere.json"}, "/nowhere.json");
    check_refused({SOUND, "--setup", NO_LIBRARY}, "is not a file with a JSON object");
}

TEST_CASE("The option --help says how it is used") {
    for (const char* option : {"--help", "-h"}) {
        const ValidatorRun run = run_validator({VALIDATOR, option});
        CHECK(run.exit_code == 0);
        for (const char* named : {"--list", "--only", "--json", "--seed", "--setup", "--time-limit",
                                  "--in-process", "Exit code"}) {
            CHECK(has(run.output, named));
        }
    }
}

TEST_CASE("The option --list says of each check what it expects, and needs no plug-in") {
    const ValidatorRun run = run_validator({VALIDATOR, "--list"});
    CHECK(run.exit_code == 0);
    CHECK(has(run.output, "\nentry-version\n    The entry has the major version of this host.\n"));
    const ValidatorRun one = run_validator({VALIDATOR, "--list", "--only", "load-now"});
    CHECK(one.output.starts_with("load-now\n    "));
    CHECK(!has(one.output, "entry-version"));
}

TEST_CASE("The option --only runs the checks that are named, in the list's order") {
    const ValidatorRun run =
        run_validator({VALIDATOR, SOUND, "--only", "entry-version", "--only", "load-now"});
    CHECK(run.exit_code == 0);
    CHECK(run.output.find("load-now") < run.output.find("entry-version"));
    CHECK(has(run.output, "\n2 checks: 2 ok. Seed "));
}

TEST_CASE("The option --in-process runs the checks in the validator's own process") {
    const ValidatorRun run = run_validator({VALIDATOR, SOUND, "--in-process", "--only", "life-start"});
    CHECK(run.exit_code == 0);
    CHECK(run_validator({VALIDATOR, EXITING, "--in-process", "--only", "life-start"}).exit_code == 3);
}

TEST_CASE("Nothing is left in the folder for temporary files") {
    std::string name = fs::temp_directory_path() / "validator_test_XXXXXX";
    REQUIRE(::mkdtemp(name.data()) != nullptr);
    ::setenv("TMPDIR", name.c_str(), 1);
    for (const char* plugin : {SOUND, CRASHING}) {
        run_validator({VALIDATOR, plugin, "--only", "life-start", "--only", "reactivate"});
        CHECK(fs::is_empty(name));
    }
    ::unsetenv("TMPDIR");
    fs::remove_all(name);
}
