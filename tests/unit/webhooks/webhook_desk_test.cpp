// What is read of a call, byte by byte, and how it is answered.
#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>
#include <limits>

#include "unit/support/recording_log.hpp"
#include "webhooks/request_reader.hpp"
#include "webhooks/webhook_handler.hpp"

using namespace send_text;
using namespace send_text::testing;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::StartsWith;

namespace {

constexpr std::size_t at_once = std::numeric_limits<std::size_t>::max();
const std::string leave = "HTTP/1.1 100 Continue\r\n\r\n";

/// A desk that lets the key "good" in.
struct Desk {
    /// What a request is answered whose bytes arrive in pieces; nothing when it is not whole.
    std::string ask(const std::string& request, std::size_t piece = at_once) {
        RequestReader reader;
        std::string answers;
        is_read = false;
        try {
            for (std::size_t at = 0; at < request.size() && !is_read;
                 at += std::min(piece, request.size() - at)) {
                is_read = reader.take(std::string_view(request).substr(at, piece));
                if (reader.must_give_leave()) answers += leave;
            }
            return is_read ? answers + desk.answer(reader.request()) : answers;
        } catch (const HttpRefusal& refusal) {
            return answers + desk.refuse(refusal.status);
        }
    }

    RecordingLog log;
    std::vector<WebhookCall> calls;
    bool is_read = false;
    WebhookHandler desk{[this](const WebhookCall& call) {
                            calls.push_back(call);
                            if (call.name == "broken") throw std::runtime_error("broken by " + call.body);
                            if (call.name == "odd") throw 7;
                            return call.name == "good";
                        },
                        log};
};

std::string post(const std::string& target, const std::string& body = "",
                 const std::string& headers = "Content-Type: application/json\r\n") {
    return "POST " + target + " HTTP/1.1\r\nHost: x\r\n" + headers +
           "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
}

const std::string status_200 = "HTTP/1.1 200 OK\r\n";

}  // namespace

TEST_CASE("a call is read however its bytes arrive") {
    const std::size_t piece = GENERATE(as<std::size_t>{}, 1, 2, 3, 7, 1000, at_once);
    Desk desk;
    const std::string answers =
        desk.ask(post("/twilio/%2B1651+5?a=b%20c", "Body=Hi+%C3%A4&From=%2B1651",
                      "content-TYPE:application/x-www-form-urlencoded; charset=UTF-8\r\n"
                      "X-Twilio-Signature: \t a=  \r\n"),
                 piece);
    CHECK_THAT(answers, StartsWith("HTTP/1.1 403 Forbidden\r\n"));
    CHECK(desk.is_read);
    REQUIRE(desk.calls.size() == 1);
    const WebhookCall& call = desk.calls[0];
    CHECK(call.carrier == "twilio");
    CHECK(call.name == "+1651+5");
    CHECK(call.target == "/twilio/%2B1651+5?a=b%20c");
    CHECK(call.is_form);
    CHECK(call.body == "Body=Hi+%C3%A4&From=%2B1651");
    CHECK(call.parameters == Form{{"Body", "Hi \xC3\xA4"}, {"From", "+1651"}});
    CHECK(call.header("x-twilio-signature") == "a=");
    CHECK(call.host == "x");
}

TEST_CASE("an accepted call is answered as its carrier wants it") {
    Desk desk;
    const std::string zipwhip = desk.ask(post("/zipwhip/good", R"({"body":"a=%"})"));
    CHECK_THAT(zipwhip, StartsWith(status_200) && ContainsSubstring("Content-Length: 0\r\n") &&
                            ContainsSubstring("Connection: Close\r\n"));
    const std::string twilio = desk.ask(post("/twilio/good"));
    CHECK_THAT(twilio, StartsWith(status_200) && ContainsSubstring("Content-Type: text/xml\r\n") &&
                           ContainsSubstring("\r\n\r\n<Response></Response>"));
    CHECK_FALSE(desk.calls.at(0).is_form);
    CHECK(desk.desk.accepted() == 2);
    CHECK(desk.desk.refused() == 0);
    CHECK(desk.log.lines.empty());
}

TEST_CASE("whatever is no call for us is refused by its kind") {
    const std::string form = "Content-Type: application/x-www-form-urlencoded\r\n";
    const std::string head = "POST /zipwhip/good HTTP/1.1\r\n";
    const auto [request, status] = GENERATE_COPY(table<std::string, int>({
        {post("/zipwhip/guess"), 403},
        {post("/zipwhip/GOOD"), 403},
        {post("/"), 404},
        {post("/zipwhip"), 404},
        {post("/zipwhip/"), 404},
        {post("/zipwhip?good"), 404},
        {post("/zipwhip/?good"), 404},
        {post("zipwhip/good"), 404},
        {post("*"), 404},
        {post("/zipwhip/good/more"), 404},
        {post("/zipwhip/good%2Fmore"), 404},
        {post("/pigeon/good"), 404},
        {post("/good/zipwhip"), 404},
        {post("http://x"), 404},
        {post("http:/zipwhip/good"), 404},
        {post("ftp://x/zipwhip/good"), 404},
        {"GET /zipwhip HTTP/1.1\r\n\r\n", 404},
        {"GET /zipwhip/good HTTP/1.1\r\n\r\n", 405},
        {"post /zipwhip/good HTTP/1.1\r\n\r\n", 405},
        {post("/zipwhip/good%"), 400},
        {post("/zipwhip/good", "a=%", form), 400},
        {head + "Content-Length: -1\r\n\r\n", 400},
        {head + "Content-Length: 3x\r\n\r\nabc", 400},
        {head + "Content-Length: 3\r\nContent-Length: 3\r\n\r\nabc", 400},
        {head + "Content-Length: 99999999999999999999\r\n\r\n", 400},
        {head + "no colon\r\n\r\n", 400},
        {head + "a name: x\r\n\r\n", 400},
        {head + "a: x\r\n folded\r\n\r\n", 400},
        {"POST /zipwhip/good\r\n\r\n", 400},
        {"POST /zipwhip/good HTTP/2\r\n\r\n", 400},
        {"\x16\x03\x01\r\n\r\n", 400},  // somebody speaks TLS
        {"HEAD /twilio/good HTTP/1.1\r\n\r\n", 405},
        {"PUT /twilio/good HTTP/1.1\r\n\r\n", 405},
        {head + "Expect: a-miracle\r\n\r\n", 417},
        {post("/zipwhip/good", std::string((64 << 10) + 1, 'x')), 413},
        {head + "a: " + std::string(16 << 10, 'x') + "\r\n\r\n", 431},
        {std::string(1 << 20, 'x'), 431},
    }));
    CAPTURE(request.substr(0, 100));
    Desk desk;
    CHECK_THAT(desk.ask(request), StartsWith("HTTP/1.1 " + std::to_string(status) + " "));
    CHECK(desk.desk.refused() == 1);
    CHECK(desk.desk.accepted() == 0);
    CHECK(desk.calls.size() == (status == 403 ? 1 : 0));
}

TEST_CASE("a head and a body of just the size that is allowed are taken") {
    Desk desk;
    const std::string padding = "a: " + std::string((16 << 10) - 64, 'x') + "\r\n";
    std::string request = "POST /zipwhip/good HTTP/1.1\r\nContent-Length: 65536\r\n" + padding + "\r\n";
    REQUIRE(request.size() <= 16 << 10);
    request += std::string(64 << 10, 'b');
    CHECK_THAT(desk.ask(request, 5000), StartsWith(status_200));
    CHECK(desk.calls.at(0).body.size() == 64 << 10);
    CHECK(desk.is_read);
}

TEST_CASE("who waits for leave to send the body is given it, once") {
    const std::string expect = GENERATE("Expect: 100-continue\r\n", "expect:100-Continue\r\n");
    Desk desk;
    CHECK_THAT(desk.ask(post("/zipwhip/good", "abc", expect), 1), StartsWith(leave + status_200));
    CHECK_THAT(desk.ask(post("/zipwhip/good", "abc", expect)), StartsWith(status_200));
    CHECK_THAT(desk.ask(post("/zipwhip/good", "", expect), 1), StartsWith(status_200));
    CHECK_THAT(desk.ask("POST /zipwhip/good HTTP/1.0\r\nContent-Length: 1\r\n" + expect + "\r\na", 1),
               StartsWith(status_200));
}

TEST_CASE("a path is the same with slashes too many, and whatever stands before it") {
    const std::string target = GENERATE(
        "/zipwhip/good/", "//zipwhip/good", "/zipwhip//good//", "/zipwhip/g%6Fod", "/zipwhip/good?a=/b/c",
        "/zipwhip/good/?a", "http://x/zipwhip/good", "HTTPS://Texts.Example.com:8443//zipwhip/good?a=b");
    CAPTURE(target);
    Desk desk;
    CHECK_THAT(desk.ask(post(target)), StartsWith(status_200));
    REQUIRE(desk.calls.size() == 1);
    CHECK(desk.calls[0].carrier == "zipwhip");
    CHECK(desk.calls[0].name == "good");
}

TEST_CASE("of a whole address the host and the target are told apart") {
    Desk desk;
    desk.ask(post("https://Texts.Example.com/twilio/good?a=b"));
    REQUIRE(desk.calls.size() == 1);
    CHECK(desk.calls[0].host == "Texts.Example.com");
    CHECK(desk.calls[0].target == "/twilio/good?a=b");
}

TEST_CASE("a form is one whatever the letters of its type") {
    const auto [type, is_form] = GENERATE(table<std::string, bool>({
        {"application/x-www-form-urlencoded", true},
        {"Application/X-WWW-Form-Urlencoded", true},
        {"APPLICATION/X-WWW-FORM-URLENCODED;charset=UTF-8", true},
        {"application/x-www-form-urlencoded ; charset=utf-8", true},
        {"application/x-www-form-urlencoded-too", false},
        {"application/json", false},
        {"", false},
    }));
    CAPTURE(type);
    Desk desk;
    CHECK_THAT(desk.ask(post("/twilio/good", "a=b", "CONTENT-TYPE: " + type + "\r\n")),
               StartsWith(status_200));
    CHECK(desk.calls.at(0).is_form == is_form);
    CHECK(desk.calls.at(0).parameters.size() == (is_form ? 1 : 0));
}

TEST_CASE("Twilio may ask with GET, its parameters in the query") {
    Desk desk;
    CHECK_THAT(desk.ask("GET /twilio/good?Body=Hi HTTP/1.1\r\nHost: x\r\n\r\n"), StartsWith(status_200));
    CHECK_FALSE(desk.calls.at(0).is_form);
    CHECK(desk.calls.at(0).target == "/twilio/good?Body=Hi");
    CHECK_THAT(desk.ask("DELETE /twilio/good HTTP/1.1\r\n\r\n"), ContainsSubstring("Allow: GET, POST\r\n"));
    CHECK_THAT(desk.ask("GET /zipwhip/good HTTP/1.1\r\n\r\n"), ContainsSubstring("Allow: POST\r\n"));
}

TEST_CASE("refusals are logged at the first and at powers of ten, and without what they said") {
    Desk desk;
    for (int count = 0; count < 100; ++count)
        desk.ask(post("/zipwhip/guess?secret", "secret words"));
    REQUIRE(desk.log.lines.size() == 3);
    CHECK_THAT(desk.log.lines[0].second, ContainsSubstring("refused 1 call so far"));
    CHECK_THAT(desk.log.lines[1].second, ContainsSubstring("refused 10 calls so far"));
    CHECK_THAT(desk.log.lines[2].second, ContainsSubstring("refused 100 calls so far"));
    CHECK_FALSE(desk.log.mentions("guess"));
    CHECK_FALSE(desk.log.mentions("secret"));
}

TEST_CASE("a call that cannot be checked is neither accepted nor refused") {
    Desk desk;
    CHECK_THAT(desk.ask(post("/zipwhip/broken", "secret words")), StartsWith("HTTP/1.1 500 "));
    CHECK_THAT(desk.ask(post("/zipwhip/odd")), StartsWith("HTTP/1.1 500 "));
    CHECK(desk.desk.accepted() == 0);
    CHECK(desk.desk.refused() == 0);
    REQUIRE(desk.log.lines.size() == 1);
    CHECK_FALSE(desk.log.mentions("secret"));
}
