#include "carrier/command_line.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace mock_host;

TEST_CASE("without arguments HTTP is served on a free port") {
    const CommandLine line = parse_command_line({});
    CHECK(line.server.port == 0);
    CHECK_FALSE(line.server.https_port.has_value());
    CHECK_FALSE(line.until_stdin_closes);
    CHECK_FALSE(line.help);
}

TEST_CASE("every argument is taken") {
    const CommandLine line = parse_command_line({"--port", "8080", "--https-port", "0", "--certificate",
                                                 "c.pem", "--private-key", "k.pem", "--until-stdin-closes",
                                                 "--state", "carrier.sqlite"});
    CHECK(line.server.port == 8080);
    CHECK(line.server.https_port == std::uint16_t{0});
    CHECK(line.server.certificate_file == "c.pem");
    CHECK(line.server.private_key_file == "k.pem");
    CHECK(line.until_stdin_closes);
    CHECK(line.server.state_file == "carrier.sqlite");
}

TEST_CASE("arguments that make no sense are refused in words") {
    const std::vector<std::vector<std::string>> wrong{{"--prot", "1"},
                                                      {"--port"},
                                                      {"--port", "http"},
                                                      {"--port", "65536"},
                                                      {"--port", "-1"},
                                                      {"--https-port", "1"},
                                                      {"--certificate", "c.pem"},
                                                      {"--https-port", "1", "--certificate", "c.pem"}};
    for (const auto& arguments : wrong) {
        INFO(arguments.front());
        try {
            parse_command_line(arguments);
            FAIL("taken");
        } catch (const UsageError& e) {
            CHECK(std::string(e.what()).find(arguments.front()) != std::string::npos);
        }
    }
}
