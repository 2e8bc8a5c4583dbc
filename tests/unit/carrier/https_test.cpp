#include <Poco/Net/Context.h>
#include <Poco/Net/HTTPSClientSession.h>
#include <Poco/Pipe.h>
#include <Poco/Process.h>
#include <Poco/TemporaryFile.h>

#include <catch2/catch_test_macros.hpp>

#include "unit/carrier/api_client.hpp"

using namespace mock_host;
using namespace mock_host::test;
namespace net = Poco::Net;

namespace {

/// A self-signed certificate for 127.0.0.1 and its key, in a folder that goes away with it.
struct Certificate {
    Certificate() {
        folder.createDirectories();
        Poco::Pipe chatter;
        const auto openssl = Poco::Process::launch(
            "openssl",
            {"req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days",
             "2", "-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", key, "-out",
             file},
            nullptr, nullptr, &chatter);
        if (openssl.wait() != 0) throw std::runtime_error("openssl made no certificate");
    }
    Poco::TemporaryFile folder;
    const std::string file = folder.path() + "/certificate.pem";
    const std::string key = folder.path() + "/key.pem";
};

ApiClient https_client(const CarrierServer& server, const std::string& trusted) {
    net::Context::Params parameters;
    parameters.caLocation = trusted;
    parameters.verificationMode = net::Context::VERIFY_STRICT;
    net::Context::Ptr context = new net::Context(net::Context::TLS_CLIENT_USE, parameters);
    auto session = std::make_unique<net::HTTPSClientSession>("127.0.0.1", server.https_port(), context);
    session->setKeepAlive(true);
    return ApiClient(std::move(session));
}

}  // namespace

TEST_CASE("HTTPS is served beside HTTP, with the certificate given") {
    const Certificate certificate;
    CarrierServerOptions options;
    options.https_port = 0;
    options.certificate_file = certificate.file;
    options.private_key_file = certificate.key;
    RunningCarrier carrier(options);
    CHECK(carrier.server.https_base_url() ==
          "https://127.0.0.1:" + std::to_string(carrier.server.https_port()));

    ApiClient client = https_client(carrier.server, certificate.file);
    const Form text{{"session", carrier.session}, {"contacts", "+16515565757"}, {"body", "over TLS"}};
    CHECK(client.post("/message/send", text).json()["success"] == true);
    CHECK(client.post("/message/send", text).json()["success"] == true);
    CHECK(carrier.listed().size() == 2);

    carrier.control.set_faults(nlohmann::json::parse(R"([{"fault":"cut_after","times":1}])"));
    CHECK_THROWS_AS(client.post("/message/send", text), Poco::Exception);
    CHECK(carrier.listed().size() == 3);
    client.connection().reset();
    carrier.control.set_faults(nlohmann::json::parse(R"([{"fault":"hang","times":1}])"));
    client.connection().setTimeout(Poco::Timespan(0, 500'000));
    CHECK_THROWS_AS(client.post("/message/send", text), Poco::TimeoutException);
    client.connection().reset();
    CHECK(carrier.listed().size() == 3);
}

TEST_CASE("a certificate that cannot be read is said in words") {
    CarrierServerOptions options;
    options.https_port = 0;
    options.certificate_file = "/no/such/certificate.pem";
    options.private_key_file = "/no/such/key.pem";
    try {
        const CarrierServer server(options);
        FAIL("there is no certificate");
    } catch (const std::runtime_error& e) {
        CHECK(std::string(e.what()).find("/no/such/certificate.pem") != std::string::npos);
    }
}
