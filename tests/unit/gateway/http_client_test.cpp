// PocoHttpClient over real sockets: what it says of each way to fail, and that nothing is ever sent twice.
#include <Poco/Net/ServerSocket.h>
#include <pthread.h>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>
#include <chrono>
#include <csignal>

#include "core/time.hpp"
#include "net/poco_http_client.hpp"
#include "unit/gateway/scripted_server.hpp"

using namespace send_text;
using Catch::Matchers::ContainsSubstring;
using Kind = HttpError::Kind;
using namespace std::chrono_literals;

namespace {

const Cancellation never;

constexpr HttpLimits roomy{std::chrono::seconds(20), std::chrono::seconds(20), 1U << 20U,
                           std::chrono::minutes(1)};

HttpLimits with_answer_timeout(int milliseconds) {
    HttpLimits limits = roomy;
    limits.answer_timeout = std::chrono::milliseconds(milliseconds);
    return limits;
}

HttpError failure_of_post(HttpClient& client) {
    try {
        client.post("/message/send", {{"body", "Hello"}});
    } catch (const HttpError& error) {
        return error;
    }
    FAIL("the post did not fail");
    return {Kind::not_sent, ""};
}

ScriptedServer::Script once(const std::string& bytes) {
    return [bytes](Peer& peer, ScriptedServer& server) {
        if (server.take_request(peer)) peer.write(bytes);
    };
}

}  // namespace

TEST_CASE("a form is encoded so that any byte arrives") {
    CHECK(form_encoded({}).empty());
    CHECK(form_encoded({{"a", "1"}, {"a", "2"}}) == "a=1&a=2");
    CHECK(form_encoded({{"to", "+1 2"}, {"b", "50% & \xC3\xA9\n~"}}) ==
          "to=%2B1%202&b=50%25%20%26%20%C3%A9%0A~");
}

TEST_CASE("posts arrive whole, over one kept connection") {
    ScriptedServer server(always(http_answer("{}")));
    PocoHttpClient client(server.base_url() + "/api/", "", roomy, never);
    for (int i = 0; i < 3; ++i) {
        const HttpAnswer answer =
            client.post("/user/login", {{"username", "2065551204"}, {"password", "a&b"}});
        CHECK(answer.status == 200);
        CHECK(answer.body == "{}");
    }
    REQUIRE(server.requests().size() == 3);
    CHECK(server.connections() == 1);
    CHECK_THAT(server.requests()[2], ContainsSubstring("POST /api/user/login HTTP/1.1\r\n"));
    CHECK_THAT(server.requests()[2], ContainsSubstring("Content-Type: application/x-www-form-urlencoded"));
    CHECK_THAT(server.requests()[2], ContainsSubstring("Host: 127.0.0.1:" + std::to_string(server.port())));
    CHECK(server.requests()[2].ends_with("\r\n\r\nusername=2065551204&password=a%26b"));
}

TEST_CASE("a GET carries its form in the URL") {
    ScriptedServer server(always(http_answer("[]")));
    PocoHttpClient client(server.base_url(), "", roomy, never);
    CHECK(client.get("/Messages.json", {{"To", "+1206"}}).body == "[]");
    CHECK(server.requests().at(0).starts_with("GET /Messages.json?To=%2B1206 HTTP/1.1\r\n"));
}

TEST_CASE("a login goes with each request, in one line of base64") {
    // The first is the example of RFC 7617; the others are what coreutils' base64 makes.
    const auto [username, password, header] = GENERATE(table<std::string, std::string, std::string>({
        {"Aladdin", "open sesame", "QWxhZGRpbjpvcGVuIHNlc2FtZQ=="},
        {"a", "b", "YTpi"},
        {"a", "bc", "YTpiYw=="},
        {"a", "b:c", "YTpiOmM="},
        {"u", std::string(60, 'p'),
         "dTpwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHA="},
    }));
    ScriptedServer server(always(http_answer("{}")));
    PocoHttpClient client(server.base_url(), "", roomy, never, HttpLogin{username, password});
    client.get("/Messages.json", {{"To", "1"}});
    client.post("/Messages.json", {{"Body", "x"}});
    REQUIRE(server.requests().size() == 2);
    for (const std::string& request : server.requests())
        CHECK_THAT(request, ContainsSubstring("\r\nAuthorization: Basic " + header + "\r\n"));
    CHECK(server.requests()[0].ends_with("\r\n\r\n"));
    CHECK(server.requests()[1].ends_with("\r\n\r\nBody=x"));
}

TEST_CASE("without a login there is no such header") {
    ScriptedServer server(always(http_answer("{}")));
    PocoHttpClient client(server.base_url(), "", roomy, never);
    client.post("/", {});
    CHECK_THAT(server.requests().at(0), !ContainsSubstring("Authorization"));
}

TEST_CASE("a username that HTTP Basic cannot carry is refused, without the password in the words") {
    CHECK_THROWS_WITH(PocoHttpClient("http://127.0.0.1:1", "", roomy, never, HttpLogin{"a:b", "hush"}),
                      ContainsSubstring("colon") && !ContainsSubstring("hush"));
}

TEST_CASE("what fails says nothing of the login") {
    ScriptedServer server(once("nonsense"));
    PocoHttpClient client(server.base_url(), "", roomy, never, HttpLogin{"somebody", "hush"});
    CHECK_THAT(failure_of_post(client).what(),
               !ContainsSubstring("hush") && !ContainsSubstring("Basic") && !ContainsSubstring("Hello"));
}

TEST_CASE("answers are read in each way HTTP knows") {
    const auto [bytes, body] = GENERATE(table<std::string, std::string>({
        {"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5;x=y\r\nhello\r\n1\r\n!\r\n0\r\nT: 1\r\n\r\n",
         "hello!"},
        {"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok", "ok"},
        {"HTTP/1.1 200 OK\r\n\r\nuntil the end", "until the end"},
        {"HTTP/1.1 204 No Content\r\n\r\n", ""},
    }));
    ScriptedServer server(once(bytes));
    PocoHttpClient client(server.base_url(), "", roomy, never);
    CHECK(client.post("/", {}).body == body);
}

TEST_CASE("an error status and a redirect are answers, and are not followed") {
    ScriptedServer server(
        always(http_answer("busy", "302 Found", "Location: /elsewhere\r\nRetry-After: 7\r\n")));
    PocoHttpClient client(server.base_url(), "", roomy, never);
    const HttpAnswer answer = client.post("/", {});
    CHECK(answer.status == 302);
    CHECK(answer.retry_after == 7s);
    CHECK(server.requests().size() == 1);
}

TEST_CASE("Retry-After may be a date, counted from the server's own") {
    ScriptedServer server(always(http_answer("", "503 Busy",
                                             "Date: Fri, 13 Nov 2020 17:01:17 GMT\r\n"
                                             "Retry-After: Fri, 13 Nov 2020 17:03:17 GMT\r\n")));
    PocoHttpClient client(server.base_url(), "", roomy, never);
    CHECK(client.post("/", {}).retry_after == 120s);
}

TEST_CASE("the server's time is taken when it makes sense") {
    const auto [headers, dated_at] = GENERATE(table<std::string, std::optional<TimePoint>>({
        {"Date: Mon, 02 Mar 2026 15:04:00 GMT\r\n", TimePoint(1'772'463'840'000ms)},
        {"date:  Mon, 02 Mar 2026 15:04:00 GMT\r\n", TimePoint(1'772'463'840'000ms)},
        {"", std::nullopt},
        {"Date: \r\n", std::nullopt},
        {"Date: now\r\n", std::nullopt},
        {"Date: Mon, 02 Mar 2026\r\n", std::nullopt},
        {"Date: 2026-03-02T15:04:00Z\r\n", std::nullopt},
        {"Date: Thu, 01 Jan 1970 00:00:00 GMT\r\n", std::nullopt},  // of a device that does not know it
        {"Date: Mon, 02 Mar 2999 15:04:00 GMT\r\n", std::nullopt},
        {"Date: Mon, 02 Mar 2026 15:04:00 GMT\r\nAge: 3600\r\n", std::nullopt},  // out of a cache
    }));
    INFO(headers);
    ScriptedServer server(always(http_answer("{}", "200 OK", headers)));
    PocoHttpClient client(server.base_url(), "", roomy, never);
    CHECK(client.post("/", {}).dated_at == dated_at);
}

TEST_CASE("nobody listens: surely not sent") {
    int port = 0;
    {
        Poco::Net::ServerSocket socket(Poco::Net::SocketAddress("127.0.0.1", 0));
        port = socket.address().port();
    }
    PocoHttpClient client("http://127.0.0.1:" + std::to_string(port), "", roomy, never);
    const HttpError error = failure_of_post(client);
    CHECK(error.kind() == Kind::not_sent);
    CHECK_THAT(error.what(), ContainsSubstring("127.0.0.1") && ContainsSubstring("Nothing was sent"));
}

TEST_CASE("no complete answer: unknown, and sent once") {
    const std::string bytes = GENERATE(as<std::string>(), "", "HTTP/1.1 200", "HTTP/1.1 200 OK\r\nContent-Le",
                                       "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhell",
                                       "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhell",
                                       "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n",
                                       "HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\nhello",
                                       "HTTP/1.1 okay\r\n\r\n", "<html>what?</html>\r\n\r\n");
    CAPTURE(bytes);
    ScriptedServer server(once(bytes));
    PocoHttpClient client(server.base_url(), "", roomy, never);
    CHECK(failure_of_post(client).kind() == Kind::answer_lost);
    server.wait_for_ended(1);
    CHECK(server.requests().size() == 1);
    CHECK(server.connections() == 1);
}

TEST_CASE("a connection cut before it is read is unknown too") {
    ScriptedServer server([](Peer&, ScriptedServer&) {});
    PocoHttpClient client(server.base_url(), "", roomy, never);
    CHECK(failure_of_post(client).kind() == Kind::answer_lost);
    server.wait_for_ended(1);
    CHECK(server.connections() == 1);
}

TEST_CASE("a kept connection that the server has closed is seen before sending") {
    ScriptedServer server(once(http_answer("{}")));
    PocoHttpClient client(server.base_url(), "", roomy, never);
    for (int i = 1; i <= 3; ++i) {
        CHECK(client.post("/", {}).status == 200);
        server.wait_for_ended(i);
    }
    CHECK(server.requests().size() == 3);
    CHECK(server.connections() == 3);
}

TEST_CASE("a kept connection that is cut at the next request: unknown, not sent again") {
    ScriptedServer server([](Peer& peer, ScriptedServer& self) {
        if (self.connections() > 1) return always(http_answer("{}"))(peer, self);
        self.take_request(peer);
        peer.write(http_answer("{}"));
        self.take_request(peer);
    });
    PocoHttpClient client(server.base_url(), "", roomy, never);
    CHECK(client.post("/", {}).status == 200);
    CHECK(failure_of_post(client).kind() == Kind::answer_lost);
    CHECK(server.requests().size() == 2);
    CHECK(client.post("/", {}).status == 200);
    CHECK(server.requests().size() == 3);
    CHECK(server.connections() == 2);
}

TEST_CASE("a connection is not used again when it must not be") {
    const std::string header =
        GENERATE(as<std::string>(), "Connection: close\r\n", "Keep-Alive: timeout=1\r\n");
    ScriptedServer server(always(http_answer("{}", "200 OK", header)));
    PocoHttpClient client(server.base_url(), "", roomy, never);
    client.post("/", {});
    client.post("/", {});
    CHECK(server.connections() == 2);
}

TEST_CASE("bytes that nobody asked for are never taken for the next answer") {
    ScriptedServer server([](Peer& peer, ScriptedServer& self) {
        while (self.take_request(peer))
            peer.write(http_answer("mine") + http_answer("not mine"));
    });
    PocoHttpClient client(server.base_url(), "", roomy, never);
    CHECK(client.post("/", {}).body == "mine");
    CHECK(client.post("/", {}).body == "mine");
    CHECK(server.connections() == 2);
}

TEST_CASE("writing to a closed connection is an error, not a signal that ends the host") {
    ScriptedServer server([](Peer&, ScriptedServer&) {});
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(20);
    const auto stream = connect_tcp("127.0.0.1", static_cast<std::uint16_t>(server.port()), deadline, never);
    server.wait_for_ended(1);
    CHECK_FALSE(stream->is_quiet());
    stream->write("x", deadline);
    // Poco blocks the signal in the thread that loads it; a worker of the host's has it.
    sigset_t broken_pipe;
    sigset_t before;
    sigemptyset(&broken_pipe);
    sigaddset(&broken_pipe, SIGPIPE);
    pthread_sigmask(SIG_UNBLOCK, &broken_pipe, &before);
    // The first failure may be a reset; the one after it is the broken pipe that raises the signal.
    for (int i = 0; i < 2; ++i) {
        try {
            stream->write("y", deadline);
            FAIL("a write to a closed connection did not fail");
        } catch (const StreamError& error) {
            CHECK_FALSE(error.bytes_left());
        }
    }
    pthread_sigmask(SIG_SETMASK, &before, nullptr);
}

TEST_CASE("a server that hangs is left at the time-out") {
    ScriptedServer server([](Peer& peer, ScriptedServer& self) {
        self.take_request(peer);
        peer.wait_for_close();
    });
    PocoHttpClient client(server.base_url(), "", with_answer_timeout(150), never);
    const HttpError error = failure_of_post(client);
    CHECK(error.kind() == Kind::answer_lost);
    CHECK_THAT(error.what(), ContainsSubstring("in time"));
    CHECK(server.requests().size() == 1);
}

TEST_CASE("a server that drips is left at the same time-out") {
    // Left alone it would end its answer after some seconds, and the post would succeed.
    ScriptedServer server([](Peer& peer, ScriptedServer& self) {
        self.take_request(peer);
        peer.write("HTTP/1.1 200 OK\r\nContent-Length: 400\r\n\r\n");
        for (int i = 0; i < 400 && !peer.client_closes_within(10); ++i)
            peer.write("x");
    });
    PocoHttpClient client(server.base_url(), "", with_answer_timeout(200), never);
    const HttpError error = failure_of_post(client);
    CHECK(error.kind() == Kind::answer_lost);
    CHECK_THAT(error.what(), ContainsSubstring("in time"));
}

TEST_CASE("an answer without end is refused by its size") {
    const std::string head = GENERATE(as<std::string>(), "HTTP/1.1 200 OK\r\n\r\n",
                                      "HTTP/1.1 200 OK\r\nContent-Length: 99999999\r\n\r\n");
    ScriptedServer server(once(head + std::string(200'000, 'x')));
    HttpLimits limits = roomy;
    limits.max_answer_bytes = 100'000;
    PocoHttpClient client(server.base_url(), "", limits, never);
    const HttpError error = failure_of_post(client);
    CHECK(error.kind() == Kind::answer_lost);
    CHECK_THAT(error.what(), ContainsSubstring("too large"));
}

TEST_CASE("a base URL that makes no sense is refused in words") {
    const std::string url = GENERATE(as<std::string>(), "", "api.zipwhip.com", "ftp://x", "http://",
                                     "http://a:b@c", "https://x/?key=1", "http://x:99999", "http://x/#y");
    CAPTURE(url);
    CHECK_THROWS_AS(PocoHttpClient(url, "", roomy, never), std::invalid_argument);
}
