#include "carrier/command_line.hpp"

#include <Poco/NumberParser.h>

namespace mock_host {

namespace {

std::uint16_t port_from(const std::string& option, const std::string& text) {
    unsigned port = 0;
    if (!Poco::NumberParser::tryParseUnsigned(text, port) || port > 65535) {
        throw UsageError(option + " wants a port from 0 to 65535, not \"" + text + "\"");
    }
    return static_cast<std::uint16_t>(port);
}

}  // namespace

CommandLine parse_command_line(const std::vector<std::string>& arguments) {
    CommandLine result;
    CarrierServerOptions& server = result.server;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const std::string& option = arguments[i];
        const auto value = [&]() -> const std::string& {
            if (i + 1 == arguments.size()) throw UsageError(option + " needs a value");
            return arguments[++i];
        };
        if (option == "--help") {
            result.help = true;
        } else if (option == "--port") {
            server.port = port_from("--port", value());
        } else if (option == "--https-port") {
            server.https_port = port_from("--https-port", value());
        } else if (option == "--certificate") {
            server.certificate_file = value();
        } else if (option == "--private-key") {
            server.private_key_file = value();
        } else if (option == "--state") {
            server.state_file = value();
        } else if (option == "--until-stdin-closes") {
            result.until_stdin_closes = true;
        } else {
            throw UsageError("\"" + option + "\" is not an option of carrier_simulator");
        }
    }
    const bool has_files = !server.certificate_file.empty() && !server.private_key_file.empty();
    const bool has_a_file = !server.certificate_file.empty() || !server.private_key_file.empty();
    if (server.https_port ? !has_files : has_a_file) {
        throw UsageError("--https-port, --certificate and --private-key only work together");
    }
    return result;
}

std::string simulator_usage() {
    return R"(carrier_simulator: a carrier that speaks Zipwhip's and Twilio's APIs on 127.0.0.1, with
simulated handsets.

  --port N               HTTP on this port; by default on a free one
  --https-port N         HTTPS too, on this port (0: a free one), with
  --certificate FILE       its certificate and
  --private-key FILE       its private key, both PEM
  --state FILE           keeps accounts, messages, handsets and webhooks in this file, for the next time; it
                         holds the passwords of the accounts
  --until-stdin-closes   ends when standard input reaches its end
  --help                 shows this

The first line it prints is "carrier_simulator: http://127.0.0.1:PORT"; with HTTPS, the second names that.
Handsets, faults, the clock and the request log are under /_simulator/ (docs/carrier_simulator.md). So are accounts: until a carrier is
given the first one, it lets in every user name it could have (Zipwhip: a number in digits, Twilio: the SID of
an account) with any password that is not empty.
It ends on SIGTERM and SIGINT. Exit code: 0 ended as told, 1 could not run, 2 wrong arguments.
)";
}

}  // namespace mock_host
