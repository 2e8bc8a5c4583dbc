// What is read of a call, byte by byte, and how it is answered.
#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>
#include <cstring>
#include <limits>

#include "unit/support/recording_log.hpp"
#include "webhooks/webhook_desk.hpp"

using namespace send_text;
using namespace send_text::testing;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::StartsWith;

namespace {

/// Gives what a client wrote, in pieces, and keeps what it is told.
class ScriptedStream final : public ByteStream {
  public:
    enum class End { closed, silent };

    ScriptedStream(std::string asked, std::size_t piece, End end = End::closed)
        : asked_(std::move(asked)), piece_(piece), end_(end) {}

    void write(std::string_view data, Deadline) override { told += data; }
    std::size_t read(char* buffer, std::size_t size, Deadline) override {
        if (asked_.empty() && end_ == End::silent) throw StreamError("the answer did not come in time");
        const std::size_t count = std::min({size, piece_, asked_.size()});
        std::memcpy(buffer, asked_.data(), count);
        asked_.erase(0, count);
        return count;
    }
    bool is_quiet() override { return true; }

    std::string told;

  private:
    std::string asked_;
    std::size_t piece_;
    End end_;
};

constexpr std::size_t at_once = std::numeric_limits<std::size_t>::max();

/// A desk that lets the key "good" in.
struct Desk {
    /// The status line and what follows it.
    std::string ask(const std::string& request, std::size_t piece = at_once,
                    ScriptedStream::End end = ScriptedStream::End::closed) {
        ScriptedStream stream(request, piece, end);
        is_read = desk.serve(stream, Deadline::max());
        return stream.told;
    }

    RecordingLog log;
    std::vector<WebhookCall> calls;
    bool is_read = false;
    WebhookDesk desk{[this](const WebhookCall& call) {
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
    const std::string told = desk.ask(post("/twilio/%2B1651+5?a=b%20c", "Body=Hi+%C3%A4&From=%2B1651",
                                           "content-TYPE:application/x-www-form-urlencoded; charset=UTF-8\r\n"
                                           "X-Twilio-Signature: \t a=  \r\n"),
                                      piece);
    CHECK_THAT(told, StartsWith("HTTP/1.1 403 Forbidden\r\n"));
    CHECK(desk.is_read);
    REQUIRE(desk.calls.size() == 1);
    const WebhookCall& call = desk.calls[0];
    CHECK(call.carrier == "twilio");
    CHECK(call.name == "+1651+5");
    CHECK(call.target == "/twilio/%2B1651+5?a=b%20c");
    CHECK(call.is_form);
    CHECK(call.body == "Body=Hi+%C3%A4&From=%2B1651");
    CHECK(call.parameters == Form{{"Body", "Hi \xC3\xA4"}, {"From", "+1651"}});
    CHECK(call.signature == "a=");
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
        {post("//zipwhip/good"), 404},
        {post("/zipwhip/good/"), 404},
        {post("/zipwhip/good/more"), 404},
        {post("/zipwhip/good%2Fmore"), 404},
        {post("/pigeon/good"), 404},
        {post("http://x/zipwhip/good"), 404},
        {"GET /zipwhip HTTP/1.1\r\n\r\n", 404},
        {"GET /zipwhip/good HTTP/1.1\r\n\r\n", 405},
        {"post /zipwhip/good HTTP/1.1\r\n\r\n", 405},
        {post("/zipwhip/good%"), 400},
        {post("/zipwhip/good", "a=%", form), 400},
        {head + "Content-Length: 5\r\n\r\nabc", 400},
        {head + "Content-Length: -1\r\n\r\n", 400},
        {head + "Content-Length: 3x\r\n\r\nabc", 400},
        {head + "Content-Length: 3\r\nContent-Length: 3\r\n\r\nabc", 400},
        {head + "Content-Length: 99999999999999999999\r\n\r\n", 400},
        {head + "no colon\r\n\r\n", 400},
        {head + "a name: x\r\n\r\n", 400},
        {head + "a: x\r\n folded\r\n\r\n", 400},
        {head + "a: x", 400},
        {"POST /zipwhip/good\r\n\r\n", 400},
        {"POST /zipwhip/good HTTP/2\r\n\r\n", 400},
        {"\x16\x03\x01\r\n\r\n", 400},  // somebody speaks TLS
        {"\r\n\r\n", 400},
        {head + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 411},
        {head + "Transfer-Encoding: chunked\r\nContent-Length: 0\r\n\r\n0\r\n\r\n", 411},
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

TEST_CASE("who waits for leave to send the body is given it") {
    Desk desk;
    const std::string told = desk.ask(post("/zipwhip/good", "abc", "Expect: 100-continue\r\n"), 1);
    CHECK_THAT(told, StartsWith("HTTP/1.1 100 Continue\r\n\r\n" + status_200));
    CHECK_THAT(desk.ask(post("/zipwhip/good", "abc", "Expect: 100-continue\r\n")), StartsWith(status_200));
}

TEST_CASE("who goes silent is told so, unless they never said a word") {
    Desk desk;
    CHECK_THAT(desk.ask("POST /zipwhip/good HT", 4, ScriptedStream::End::silent),
               StartsWith("HTTP/1.1 408 "));
    CHECK(desk.desk.refused() == 1);
    CHECK_THROWS_AS(desk.ask("", at_once, ScriptedStream::End::silent), StreamError);
    CHECK_THROWS_AS(desk.ask(""), StreamError);
    CHECK(desk.desk.refused() == 1);
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
