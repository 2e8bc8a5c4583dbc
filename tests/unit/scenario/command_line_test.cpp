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

TEST_CASE("serve needs no option, and takes them in any order") {
    const CommandLine plain = parse({"serve"});
    REQUIRE(plain.command == Command::serve);
    REQUIRE_FALSE(plain.serve.port);
    REQUIRE_FALSE(plain.serve.data_folder);
    REQUIRE(plain.serve.plugin == "/opt/send_text/plugins/send_text.so");
    REQUIRE(plain.serve.pages == "/opt/send_text/web");
    REQUIRE(plain.serve.carrier_program == "/opt/send_text/bin/carrier_simulator");

    const ServeOptions options = parse({"serve", "--verbose", "--port", "8080", "--data", "kept", "--plugin",
                                        "p.so", "--carrier", "http://127.0.0.1:1"})
                                     .serve;
    REQUIRE(options.port == 8080);
    REQUIRE(options.data_folder == "kept");
    REQUIRE(options.plugin == "p.so");
    REQUIRE(options.carrier_url == "http://127.0.0.1:1");
    REQUIRE(options.verbose);
    REQUIRE_FALSE(parse({"serve", "--port", "0"}).serve.port);
}

TEST_CASE("arguments that cannot be used are named") {
    for (const char* const port : {"65536", "-1", "80a", ""})
        expect_refused({"serve", "--port", port}, "is not a port");
    expect_refused({"serve", "demo.json"}, "\"demo.json\"");
    expect_refused({"serve", "--real-time"}, "\"--real-time\"");
    expect_refused({}, "run or load");
    expect_refused({"dance"}, "\"dance\"");
    expect_refused({"run"}, "the file of a scenario");
    expect_refused({"run", "a.json", "b.json"}, "\"b.json\" is one too many");
    expect_refused({"run", "a.json", "--data"}, "--data needs a value");
    expect_refused({"run", "a.json", "--fast"}, "\"--fast\"");
    expect_refused({"load"}, "one argument");
}

TEST_CASE("help is given wherever it is asked for") {
    REQUIRE(parse({"--help"}).command == Command::help);
    REQUIRE(parse({"run", "--help"}).command == Command::help);
}
