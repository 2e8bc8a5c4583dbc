// A request that is cancelled, wherever it stands: it ends at once, and says whether anything may have left.
#include <Poco/Net/ServerSocket.h>
#include <Poco/Net/StreamSocket.h>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>
#include <fstream>
#include <future>
#include <thread>

#include "net/poco_http_client.hpp"
#include "unit/gateway/scripted_server.hpp"

using namespace send_text;
using Catch::Matchers::ContainsSubstring;
using Kind = HttpError::Kind;

namespace {

constexpr HttpLimits patient{std::chrono::minutes(10), std::chrono::minutes(10), 1U << 20U,
                             std::chrono::minutes(1)};

/// Takes one connection, reads its first bytes, says something, and then nothing any more.
class SilentServer {
  public:
    explicit SilentServer(std::string said = {})
        : said_(std::move(said)), socket_(Poco::Net::SocketAddress("127.0.0.1", 0)), thread_([this] {
              Poco::Net::StreamSocket peer = socket_.acceptConnection();
              char bytes[100];
              peer.receiveBytes(bytes, sizeof bytes);
              if (!said_.empty()) peer.sendBytes(said_.data(), static_cast<int>(said_.size()));
              silent_.set_value();
              over_.get_future().wait();
          }) {}
    ~SilentServer() {
        over_.set_value();
        thread_.join();
    }
    SilentServer(const SilentServer&) = delete;
    SilentServer& operator=(const SilentServer&) = delete;

    std::string address() const { return socket_.address().toString(); }
    void wait_until_silent() { silent_.get_future().wait(); }

  private:
    std::string said_;
    Poco::Net::ServerSocket socket_;
    std::promise<void> silent_;
    std::promise<void> over_;
    std::thread thread_;
};

/// How many connections to this port of 127.0.0.1 the system has that nobody has answered yet.
int connecting_to(int port) {
    char wanted[32];
    std::snprintf(wanted, sizeof wanted, " 0100007F:%04X 02 ", static_cast<unsigned>(port));
    std::ifstream connections("/proc/net/tcp");
    int count = 0;
    for (std::string line; std::getline(connections, line);)
        if (line.find(wanted) != std::string::npos) ++count;
    return count;
}

/// A post on a thread of its own, which is cancelled.
class CancelledPost {
  public:
    explicit CancelledPost(const std::string& base_url, std::string body = "Hello")
        : client_(base_url, "", patient, cancellation_), thread_([this, body = std::move(body)] {
              try {
                  client_.post("/message/send", {{"body", body}});
              } catch (const HttpError& error) {
                  error_ = error;
              }
          }) {}

    HttpError cancel() {
        cancellation_.cancel();
        thread_.join();
        REQUIRE(error_);
        CHECK(error_->is_cancelled());
        CHECK_THAT(error_->what(), ContainsSubstring("Send Text was ended before"));
        return *error_;
    }

  private:
    Cancellation cancellation_;
    PocoHttpClient client_;
    std::optional<HttpError> error_;
    std::thread thread_;
};

}  // namespace

TEST_CASE("cancelled while it connects: surely not sent") {
    Poco::Net::ServerSocket full;
    full.bind(Poco::Net::SocketAddress("127.0.0.1", 0));
    full.listen(1);
    const int port = full.address().port();
    std::vector<Poco::Net::StreamSocket> waiting;
    while (connecting_to(port) == 0) {  // some are taken without anybody's doing
        waiting.emplace_back(Poco::Net::SocketAddress::IPv4);
        waiting.back().connectNB(full.address());
    }
    const int before = connecting_to(port);
    CancelledPost post("http://127.0.0.1:" + std::to_string(port));
    while (connecting_to(port) == before)
        std::this_thread::yield();
    CHECK(post.cancel().kind() == Kind::not_sent);
}

TEST_CASE("cancelled in the middle of the TLS handshake: surely not sent") {
    SilentServer server;
    CancelledPost post("https://" + server.address());
    server.wait_until_silent();
    CHECK(post.cancel().kind() == Kind::not_sent);
}

TEST_CASE("cancelled while the request leaves: it may have been taken") {
    SilentServer server;
    CancelledPost post("http://" + server.address(), std::string(std::size_t{64} << 20U, 'x'));
    server.wait_until_silent();
    CHECK(post.cancel().kind() == Kind::answer_lost);
}

TEST_CASE("cancelled before the answer, or in its middle: it may have been taken, and no part counts") {
    const std::string said = GENERATE(as<std::string>(), "", "HTTP/1.1 2", "HTTP/1.1 200 OK\r\nContent-Le",
                                      "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf",
                                      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\n",
                                      "HTTP/1.1 200 OK\r\n\r\nuntil the end, which is not ours to make");
    CAPTURE(said);
    SilentServer server(said);
    CancelledPost post("http://" + server.address());
    server.wait_until_silent();
    CHECK(post.cancel().kind() == Kind::answer_lost);
}

TEST_CASE("after a cancellation no request begins, on a kept connection neither") {
    ScriptedServer server(always(http_answer("{}")));
    Cancellation cancellation;
    PocoHttpClient kept(server.base_url(), "", patient, cancellation);
    PocoHttpClient fresh(server.base_url(), "", patient, cancellation);
    CHECK(kept.post("/", {}).status == 200);
    cancellation.cancel();
    server.wait_for_ended(1);  // the kept connection is closed
    for (PocoHttpClient* client : {&kept, &fresh}) {
        try {
            client->get("/", {});
            FAIL("a request has begun");
        } catch (const HttpError& error) {
            CHECK(error.is_cancelled());
            CHECK(error.kind() == Kind::not_sent);
        }
    }
    CHECK(server.requests().size() == 1);
    CHECK(server.connections() == 1);
}

TEST_CASE("an answer that came whole is one, though a cancellation follows") {
    ScriptedServer server(always(http_answer("{}")));
    Cancellation cancellation;
    PocoHttpClient client(server.base_url(), "", patient, cancellation);
    const HttpAnswer answer = client.post("/", {});
    cancellation.cancel();
    CHECK(answer.status == 200);
}
