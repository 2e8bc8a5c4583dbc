#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_exception.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include "mock_host/app/command_line.hpp"

using namespace mock_host;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::MessageMatches;

namespace {

CommandLine parse(const std::vector<std::string>& arguments) {
    return parse_command_line(arguments, "/opt/send_text/bin");
}

void expect_refused(const std::vector<std::string>& arguments, const std::string& words) {
    REQUIRE_THROWS_MATCHES(parse(arguments), UsageError, MessageMatches(ContainsSubstring(words)));
}

}  // namespace

TEST_CASE("run takes a scenario and finds plug-in and simulator beside the program") {
    const CommandLine line = parse({"run", "demo.json"});
    REQUIRE(line.command == Command::run);
    REQUIRE(line.run.scenario == "demo.json");
    REQUIRE(line.run.plugin == "/opt/send_text/plugins/send_text.so");
    REQUIRE(line.run.carrier_program == "/opt/send_text/bin/carrier_simulator");
    REQUIRE_FALSE(line.run.data_folder);
    REQUIRE_FALSE(line.run.carrier_url);
    REQUIRE_FALSE(line.run.real_time);
}

TEST_CASE("run takes its options in any order") {
    const CommandLine line = parse({"run", "--verbose", "--data", "kept", "demo.json", "--plugin", "p.so",
                                    "--real-time", "--carrier", "http://127.0.0.1:1"});
    REQUIRE(line.run.scenario == "demo.json");
    REQUIRE(line.run.data_folder == "kept");
    REQUIRE(line.run.plugin == "p.so");
    REQUIRE(line.run.carrier_url == "http://127.0.0.1:1");
    REQUIRE((line.run.verbose && line.run.real_time));
}

TEST_CASE("arguments that cannot be used are named") {
    expect_refused({}, "run or load");
    expect_refused({"dance"}, "\"dance\"");
    expect_refused({"run"}, "the file of a scenario");
    expect_refused({"run", "a.json", "b.json"}, "\"b.json\" is one too many");
    expect_refused({"run", "a.json", "--data"}, "--data wants a value");
    expect_refused({"run", "a.json", "--fast"}, "\"--fast\"");
    expect_refused({"load"}, "one argument");
}

TEST_CASE("help is given wherever it is asked for") {
    REQUIRE(parse({"--help"}).command == Command::help);
    REQUIRE(parse({"run", "--help"}).command == Command::help);
}
