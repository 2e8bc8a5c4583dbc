// TLS: whom PocoHttpClient trusts, and that a refused certificate means that nothing was sent.
#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include "net/poco_http_client.hpp"
#include "unit/gateway/certificates.hpp"
#include "unit/gateway/scripted_server.hpp"

using namespace send_text;
using Catch::Matchers::ContainsSubstring;

namespace {

/// A server's TLS with a certificate for `names`.
Poco::Net::Context::Ptr server_tls(const TestAuthority& authority, const std::string& names) {
    const TestAuthority::Issued issued = authority.issue(names);
    return new Poco::Net::Context(Poco::Net::Context::TLS_SERVER_USE, issued.key_file,
                                  issued.certificate_file, "", Poco::Net::Context::VERIFY_NONE);
}

const Cancellation never;

constexpr HttpLimits roomy{std::chrono::seconds(20), std::chrono::seconds(20), 1U << 20U,
                           std::chrono::minutes(1)};

void check_refused(ScriptedServer& server, const std::string& host, const std::string& ca_file) {
    PocoHttpClient client(server.base_url(host), ca_file, roomy, never);
    try {
        client.post("/user/login", {{"password", "secret"}});
        FAIL("the certificate was taken");
    } catch (const HttpError& error) {
        CHECK(error.kind() == HttpError::Kind::not_sent);
        CHECK_THAT(error.what(), ContainsSubstring("certificate") && ContainsSubstring(host) &&
                                     ContainsSubstring("CA file") && !ContainsSubstring("secret"));
    }
    server.wait_for_ended(1);
    CHECK(server.requests().empty());
}

}  // namespace

TEST_CASE("a certificate of the own CA is good, by name and by address, and the connection is kept") {
    const TestAuthority authority;
    ScriptedServer server(always(http_answer("{}")), server_tls(authority, "DNS:localhost,IP:127.0.0.1"));
    for (const char* host : {"localhost", "127.0.0.1"}) {
        PocoHttpClient client(server.base_url(host), authority.ca_file(), roomy, never);
        for (int i = 0; i < 3; ++i)
            CHECK(client.post("/", {{"body", "x"}}).body == "{}");
    }
    CHECK(server.requests().size() == 6);
    CHECK(server.connections() == 2);
}

TEST_CASE("a large body and a large answer pass through TLS whole") {
    const TestAuthority authority;
    const std::string large(300'000, 'y');
    ScriptedServer server(always(http_answer(large)), server_tls(authority, "DNS:localhost"));
    PocoHttpClient client(server.base_url("localhost"), authority.ca_file(), roomy, never);
    CHECK(client.post("/", {{"body", large}}).body == large);
    CHECK(server.requests().at(0).ends_with("body=" + large));
}

TEST_CASE("a certificate that is not to be trusted is refused before anything is sent") {
    const TestAuthority authority;
    SECTION("another CA") {
        const TestAuthority other;
        ScriptedServer server(always(http_answer("{}")), server_tls(authority, "DNS:localhost"));
        check_refused(server, "localhost", other.ca_file());
    }
    SECTION("the system's CAs") {
        ScriptedServer server(always(http_answer("{}")), server_tls(authority, "DNS:localhost"));
        check_refused(server, "localhost", "");
    }
    SECTION("another name") {
        ScriptedServer server(always(http_answer("{}")), server_tls(authority, "DNS:api.zipwhip.com"));
        check_refused(server, "localhost", authority.ca_file());
    }
    SECTION("another address, though the name resolves to the right one") {
        ScriptedServer server(always(http_answer("{}")), server_tls(authority, "DNS:localhost,IP:127.0.0.2"));
        check_refused(server, "127.0.0.1", authority.ca_file());
    }
}

TEST_CASE("a server that does not speak TLS got nothing") {
    ScriptedServer server([](Peer& peer, ScriptedServer&) { peer.write("220 mail\r\n"); });
    PocoHttpClient client("https://127.0.0.1:" + std::to_string(server.port()), "", roomy, never);
    try {
        client.post("/", {});
        FAIL("no TLS, and no error");
    } catch (const HttpError& error) {
        CHECK(error.kind() == HttpError::Kind::not_sent);
    }
}

TEST_CASE("a handshake that hangs ends with the connect time-out") {
    ScriptedServer server([](Peer& peer, ScriptedServer&) { peer.wait_for_close(); });
    HttpLimits limits = roomy;
    limits.connect_timeout = std::chrono::milliseconds(150);
    PocoHttpClient client("https://127.0.0.1:" + std::to_string(server.port()), "", limits, never);
    try {
        client.post("/", {});
        FAIL("no answer, and no error");
    } catch (const HttpError& error) {
        CHECK(error.kind() == HttpError::Kind::not_sent);
    }
}

TEST_CASE("over TLS, too, a closed connection is seen before sending and a cut answer is unknown") {
    const TestAuthority authority;
    ScriptedServer server(
        [](Peer& peer, ScriptedServer& self) {
            self.take_request(peer);
            peer.write(self.connections() < 3 ? http_answer("{}") : "HTTP/1.1 200 OK\r\n");
        },
        server_tls(authority, "IP:127.0.0.1"));
    PocoHttpClient client(server.base_url(), authority.ca_file(), roomy, never);
    for (int i = 1; i <= 2; ++i) {
        CHECK(client.post("/", {}).status == 200);
        server.wait_for_ended(i);
    }
    try {
        client.post("/", {});
        FAIL("half an answer, and no error");
    } catch (const HttpError& error) {
        CHECK(error.kind() == HttpError::Kind::answer_lost);
    }
    CHECK(server.requests().size() == 3);
}

TEST_CASE("a CA file that cannot be used is refused in words") {
    CHECK_THROWS_AS(PocoHttpClient("https://localhost", "/nowhere/ca.pem", roomy, never),
                    std::invalid_argument);
    CHECK_NOTHROW(PocoHttpClient("http://localhost", "/nowhere/ca.pem", roomy, never));
}
