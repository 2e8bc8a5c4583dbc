// The factory: which carriers there are, and a whole exchange over a real socket.
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include "gateway/make_gateway_factory.hpp"
#include "unit/gateway/scripted_server.hpp"

using namespace send_text;
using Catch::Matchers::ContainsSubstring;

TEST_CASE("two gateways of the factory log in once and send over real sockets") {
    ScriptedServer server([](Peer& peer, ScriptedServer& self) {
        while (self.take_request(peer)) {
            const bool is_login = self.requests().back().starts_with("POST /user/login ");
            peer.write(http_answer(is_login ? R"({"success":true,"response":"guid:2065551204"})"
                                            : R"({"success":true,"response":{"tokens":[{"message":"9"}]}})"));
        }
    });
    const auto factory = make_gateway_factory();
    GatewayOptions options;
    options.zipwhip_base_url = server.base_url();
    for (int i = 0; i < 2; ++i) {
        const auto gateway = factory->make("zipwhip", {"2065551204", "p"}, options);
        CHECK(gateway->send("+16515551299", "Caf\xC3\xA9").carrier_message_id == "9");
    }
    const auto requests = server.requests();
    REQUIRE(requests.size() == 3);
    CHECK(requests[1].ends_with("session=guid%3A2065551204&contacts=%2B16515551299&body=Caf%C3%A9"));
    CHECK(requests[2].starts_with("POST /message/send "));
}

TEST_CASE("a carrier or options that make no sense are refused in words") {
    const auto factory = make_gateway_factory();
    CHECK_THROWS_WITH(factory->make("pigeon", {}, {}), ContainsSubstring("pigeon"));
    GatewayOptions options;
    SECTION("base URL") {
        options.zipwhip_base_url = "zipwhip";
    }
    SECTION("CA file") {
        options.ca_file = "/nowhere/ca.pem";
    }
    SECTION("no time to connect") {
        options.connect_timeout_seconds = 0;
    }
    SECTION("no end of waiting") {
        options.answer_timeout_seconds = 100'000;
    }
    CHECK_THROWS_AS(factory->make("zipwhip", {"2065551204", "p"}, options), std::invalid_argument);
}
