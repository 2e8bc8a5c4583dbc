#include <catch2/catch_test_macros.hpp>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <set>

#include "validator/run_validator.hpp"

namespace {

using nlohmann::json;
namespace fs = std::filesystem;

std::set<std::string> keys(const json& object) {
    std::set<std::string> found;
    for (const auto& [key, value] : object.items())
        found.insert(key);
    return found;
}

ReportedCheck life_start_of(const std::string& plugin) {
    const ValidatorRun run =
        run_validator({VALIDATOR, plugin, "--json", "--time-limit", "1", "--only", "life-start"});
    CHECK(run.exit_code == 1);
    return checks_of(run.output).at("life-start");
}

bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("The JSON report has the plug-in, the seed and each check") {
    const ValidatorRun run = run_validator(
        {VALIDATOR, SOUND, "--json", "--seed", "42", "--only", "load-now", "--only", "entry-descriptor"});
    CHECK(run.exit_code == 0);
    const json report = json::parse(run.output);
    CHECK(keys(report) == std::set<std::string>{"plugin", "seed", "checks"});
    CHECK(report["plugin"] == SOUND);
    CHECK(report["seed"] == 42);
    REQUIRE(report["checks"].size() == 2);
    for (const json& check : report["checks"]) {
        CHECK(keys(check) == std::set<std::string>{"name", "outcome", "message", "milliseconds"});
        CHECK(check["outcome"] == "ok");
        CHECK(check["message"].get<std::string>() != "");
        CHECK(check["milliseconds"].is_number_unsigned());
    }
    CHECK(report["checks"][0]["name"] == "load-now");
    CHECK(report["checks"][1]["name"] == "entry-descriptor");
}

TEST_CASE("The report for people has a line for each check, the counts and the seed") {
    const ValidatorRun run = run_validator({VALIDATOR, LIFE_START, "--seed", "4711", "--only", "load-now",
                                            "--only", "life-start", "--only", "reactivate"});
    CHECK(run.exit_code == 1);
    CHECK(has(run.output, "ok      load-now "));
    CHECK(has(run.output, "failed  life-start "));
    CHECK(has(run.output, "Not today."));
    CHECK(has(run.output, "skipped reactivate "));
    CHECK(has(run.output, "\n3 checks: 1 ok, 1 failed, 1 skipped. Seed 4711.\n"));
}

TEST_CASE("Without a seed it takes one and says which") {
    const auto seed = [] {
        return json::parse(run_validator({VALIDATOR, SOUND, "--json", "--only", "load-now"}).output)
            .at("seed")
            .get<std::uint64_t>();
    };
    const std::set<std::uint64_t> seeds = {seed(), seed(), seed()};
    CHECK(seeds.size() > 1);
}

TEST_CASE("What was random is the same again with the same seed") {
    const auto what_it_was_at = [](const char* seed) {
        const ValidatorRun run = run_validator({VALIDATOR, FUZZ, "--json", "--seed", seed, "--only", "fuzz"});
        const ReportedCheck check = checks_of(run.output).at("fuzz");
        CHECK(check.outcome == "crashed");
        return check.message;
    };
    const std::string message = what_it_was_at("1");
    CHECK(what_it_was_at("1") == message);
    CHECK((what_it_was_at("2") != message || what_it_was_at("3") != message));
}

TEST_CASE("A warning is no reason for exit code 1") {
    const ValidatorRun run =
        run_validator({VALIDATOR, ENTRY_SCAN_TIME, "--json", "--only", "entry-scan-time"});
    CHECK(run.exit_code == 0);
    CHECK(checks_of(run.output).at("entry-scan-time").outcome == "warning");
}

TEST_CASE("A file that is no library fails one check, and the others have nothing to look at") {
    const ValidatorRun run = run_validator({VALIDATOR, NO_LIBRARY, "--json"});
    CHECK(run.exit_code == 1);
    for (const auto& [name, check] : checks_of(run.output)) {
        CAPTURE(name, check.message);
        CHECK((check.outcome == "failed") == (name == "load-now"));
        CHECK(check.outcome != "crashed");
    }
}

TEST_CASE("A library that is no plug-in lacks the entry") {
    const ValidatorRun run = run_validator({VALIDATOR, NO_PLUGIN, "--json"});
    CHECK(run.exit_code == 1);
    for (const auto& [name, check] : checks_of(run.output)) {
        CAPTURE(name, check.message);
        CHECK((check.outcome == "failed") == (name == "entry-present"));
        CHECK(check.outcome != "crashed");
        if (name == "entry-present") CHECK(has(check.message, "staffing_plugin_entry_v1"));
    }
}

TEST_CASE("A plug-in that does not come back is ended when the time is over") {
    const ReportedCheck check = life_start_of(HANGING);
    CHECK(check.outcome == "failed");
    CHECK(has(check.message, "did not end in time"));
    CHECK(has(check.message, "It happened in: activate."));
}

TEST_CASE("A crash is reported with its signal and with what was being tried") {
    const ReportedCheck check = life_start_of(CRASHING);
    CHECK(check.outcome == "crashed");
    CHECK(has(check.message, "Segmentation fault"));
    CHECK(has(check.message, "It happened in: deactivate."));
}

TEST_CASE("A crash is reported with the call in which it was, whatever the check was at last") {
    const auto reactivate_of = [](const char* plugin) {
        return checks_of(run_validator({VALIDATOR, plugin, "--json", "--only", "reactivate"}).output)
            .at("reactivate");
    };
    const ReportedCheck late = reactivate_of(CRASHING_LATE);
    CHECK(late.outcome == "crashed");
    CHECK(has(late.message, "It happened in: destroy. The last step was: activate number 7."));
    const ReportedCheck own = reactivate_of(CRASHING_THREAD);
    CHECK(own.outcome == "crashed");
    CHECK(has(own.message, "It happened on one of the plug-in's own threads. The host was in: activate."));
}

TEST_CASE("A plug-in that ends the process is reported with the exit code") {
    const ReportedCheck check = life_start_of(EXITING);
    CHECK(check.outcome == "crashed");
    CHECK(has(check.message, "exit code 3"));
    CHECK(has(check.message, "It happened in: entry.create."));
}

TEST_CASE("An exception that comes out of the plug-in is a failure") {
    const ReportedCheck check = life_start_of(THROWING);
    CHECK(check.outcome == "failed");
    CHECK(has(check.message, "An exception came out of the plug-in's activate."));
}

TEST_CASE("Every check has a plug-in that is broken in its respect") {
    std::set<std::string> broken;
    for (const auto& file : fs::directory_iterator(BROKEN_FOLDER)) {
        const std::string stem = file.path().stem();
        broken.insert(stem.substr(0, stem.find("__")));
    }
    const std::vector<std::string> names = check_names(VALIDATOR);
    const std::set<std::string> checks(names.begin(), names.end());
    CHECK(checks.size() == names.size());
    CHECK(checks.size() > 20);
    CHECK(broken == checks);
}
