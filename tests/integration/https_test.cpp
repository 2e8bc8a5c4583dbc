#include <fstream>

#include <catch2/catch_test_macros.hpp>
#include <nlohmann/json.hpp>

#include "carrier/carrier_server.hpp"
#include "integration/program.hpp"
#include "unit/gateway/certificates.hpp"
#include "unit/support/temp_folder.hpp"

using mock_host::CarrierServer;
using mock_host::CarrierServerOptions;
using nlohmann::json;
using send_text::testing::TempFolder;

namespace {

/// The scenario of an employee's record, with the carrier reached by HTTPS.
std::string over_https(const TempFolder& folder, const std::string& base_url, const std::string& ca_file) {
    json played = json::parse(std::ifstream(scenario("employee_record")));
    played["settings"]["zipwhip_base_url"] = base_url;
    played["settings"]["ca_file"] = ca_file;
    const std::string file = folder.file("over_https.json");
    std::ofstream(file) << played.dump();
    return file;
}

}  // namespace

TEST_CASE("a whole conversation over HTTPS, with an authority of its own") {
    const TempFolder folder;
    const TestAuthority authority;
    const TestAuthority stranger;
    const auto certificate = authority.issue("IP:127.0.0.1");
    CarrierServerOptions options;
    options.https_port = 0;
    options.certificate_file = certificate.certificate_file;
    options.private_key_file = certificate.key_file;
    CarrierServer server(options);
    server.start();
    const auto play = [&](const std::string& ca_file) {
        return run_mock_host(
            {"run", over_https(folder, server.https_base_url(), ca_file), "--carrier", server.base_url()},
            folder.file("output.txt"));
    };

    const Finished trusted = play(authority.ca_file());
    INFO(trusted.output);
    CHECK(trusted.exit_code == 0);

    const Finished untrusted = play(stranger.ca_file());
    INFO(untrusted.output);
    CHECK(untrusted.exit_code == 1);
    CHECK(untrusted.output.find("certificate") != std::string::npos);
}
