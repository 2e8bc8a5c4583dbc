// The factory: which carriers there are, and a whole exchange over a real socket.
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include "gateway/make_gateway_factory.hpp"
#include "unit/gateway/scripted_server.hpp"
#include "unit/support/manual_clock.hpp"

using namespace send_text;
using Catch::Matchers::ContainsSubstring;
using namespace std::chrono_literals;

namespace {

const Cancellation never;
const testing::ManualClock our_clock;  // 2026-03-02 15:04:00 UTC

}  // namespace

TEST_CASE("two gateways of the factory log in once and send over real sockets") {
    ScriptedServer server([](Peer& peer, ScriptedServer& self) {
        while (self.take_request(peer)) {
            const bool is_login = self.requests().back().starts_with("POST /user/login ");
            peer.write(http_answer(is_login ? R"({"success":true,"response":"guid:2065551204"})"
                                            : R"({"success":true,"response":{"tokens":[{"message":"9"}]}})"));
        }
    });
    const auto factory = make_gateway_factory(our_clock, never, {});
    GatewayOptions options;
    options.addresses["zipwhip"] = server.base_url();
    for (int i = 0; i < 2; ++i) {
        const auto gateway = factory->make("zipwhip", {"2065551204", "p"}, options);
        CHECK(gateway->send(E164("+16515551299"), "Caf\xC3\xA9").carrier_message_id == "9");
    }
    const auto requests = server.requests();
    REQUIRE(requests.size() == 3);
    CHECK(requests[1].ends_with("session=guid%3A2065551204&contacts=%2B16515551299&body=Caf%C3%A9"));
    CHECK(requests[2].starts_with("POST /message/send "));
}

namespace {

const std::string account_sid = "AC0123456789abcdef0123456789ABCDEF";
const std::string service_sid = "MG0123456789abcdef0123456789ABCDEF";

}  // namespace

TEST_CASE("Twilio's gateway sends over real sockets, with the account's login") {
    ScriptedServer server(always(http_answer(R"({"sid":"SM1","status":"queued"})", "201 Created")));
    const auto factory = make_gateway_factory(our_clock, never, {});
    GatewayOptions options;
    options.addresses["twilio"] = server.base_url();
    const auto gateway = factory->make("twilio", {"SK1", "s", account_sid, LineId("+16515550100")}, options);
    CHECK(gateway->send(E164("+16515551299"), "Hi").carrier_message_id == "SM1");
    const std::string request = server.requests().at(0);
    CHECK(request.starts_with("POST /2010-04-01/Accounts/" + account_sid + "/Messages.json HTTP/1.1\r\n"));
    CHECK_THAT(request, ContainsSubstring("\r\nAuthorization: Basic U0sxOnM=\r\n"));
    CHECK(request.ends_with("To=%2B16515551299&From=%2B16515550100&Body=Hi"));
}

TEST_CASE("a Twilio account that makes no sense is refused in words") {
    const auto factory = make_gateway_factory(our_clock, never, {});
    CHECK_NOTHROW(factory->make("twilio", {"SK1", "s", account_sid, LineId(service_sid)}, {}));
    const auto [account, line] = GENERATE(table<std::string, std::string>({
        {"", "+16515550100"},
        {"AC01", "+16515550100"},
        {account_sid + "0", "+16515550100"},
        {"AC0123456789abcdef0123456789ABCDE/", "+16515550100"},
        {service_sid, "+16515550100"},
        {account_sid, ""},
        {account_sid, "6515550100"},
        {account_sid, "+1651555010x"},
        {account_sid, "+0651555010"},
        {account_sid, account_sid},
    }));
    CHECK_THROWS_AS(factory->make("twilio", {"SK1", "s", account, LineId(line)}, {}), std::invalid_argument);
}

TEST_CASE("a carrier or options that make no sense are refused in words") {
    const auto factory = make_gateway_factory(our_clock, never, {});
    CHECK_THROWS_WITH(factory->make("pigeon", {}, {}), ContainsSubstring("pigeon"));
    GatewayOptions options;
    SECTION("base URL") {
        options.addresses["zipwhip"] = options.addresses["twilio"] = "zipwhip";
    }
    SECTION("CA file") {
        options.ca_file = "/nowhere/ca.pem";
    }
    SECTION("no time to connect") {
        options.connect_timeout = 0s;
    }
    SECTION("no end of waiting") {
        options.answer_timeout = 100'000s;
    }
    CHECK_THROWS_AS(factory->make("zipwhip", {"2065551204", "p"}, options), std::invalid_argument);
    CHECK_THROWS_AS(factory->make("twilio", {"SK1", "s", account_sid, LineId(service_sid)}, options),
                    std::invalid_argument);
}

TEST_CASE("a carrier's clock is read off its answers, and a difference is warned of once") {
    const std::string list = R"({"success":true,"total":1,"response":[{"id":"7","type":"MO","body":"Yes",)"
                             R"("sourceAddress":"+16515551299","dateCreated":"2026-03-02T14:03:30Z"}]})";
    std::string date = "Date: Mon, 02 Mar 2026 14:04:00 GMT\r\n";
    ScriptedServer server([&](Peer& peer, ScriptedServer& self) {
        while (self.take_request(peer)) {
            const bool is_login = self.requests().back().starts_with("POST /user/login ");
            peer.write(http_answer(is_login ? R"({"success":true,"response":"guid:6515550100"})" : list,
                                   "200 OK", date));
        }
    });
    std::vector<std::string> warnings;
    const auto factory = make_gateway_factory(
        our_clock, never, [&](const LineId& line, const std::optional<std::string>& words) {
            warnings.push_back(line.str() + " " + words.value_or(""));
        });
    GatewayOptions options;
    options.addresses["zipwhip"] = server.base_url();
    const Credentials credentials{"6515550100", "p", "", LineId("+16515550100")};
    const auto listed = [&] {
        return factory->make("zipwhip", credentials, options)->list_messages(0, 100).messages.at(0);
    };
    for (int i = 0; i < 2; ++i) {
        const CarrierMessage message = listed();
        CHECK(message.created_at == our_clock.now() - 30s);
        CHECK(message.listed_at == our_clock.now() - 30s - 1h);
    }
    REQUIRE(warnings.size() == 1);
    CHECK_THAT(warnings[0],
               ContainsSubstring("+16515550100 This computer's clock is 1 hour ahead of Zipwhip's."));

    date = "Date: Mon, 02 Mar 2026 15:04:00 GMT\r\n";
    listed();
    CHECK(warnings.size() == 2);
    CHECK(warnings.back() == "+16515550100 ");
}

TEST_CASE("who refuses or errs may be a proxy, whose clock is not the carrier's") {
    ScriptedServer server(
        always(http_answer("{}", "502 Bad Gateway", "Date: Mon, 02 Mar 2026 14:04:00 GMT\r\n")));
    std::vector<std::string> warnings;
    const auto factory =
        make_gateway_factory(our_clock, never, [&](const LineId&, const std::optional<std::string>& words) {
            warnings.push_back(words.value_or(""));
        });
    GatewayOptions options;
    options.addresses["twilio"] = server.base_url();
    const auto gateway = factory->make("twilio", {"SK1", "s", account_sid, LineId("+16515550100")}, options);
    CHECK_THROWS_AS(gateway->log_in(), GatewayError);
    CHECK(warnings.empty());
}
