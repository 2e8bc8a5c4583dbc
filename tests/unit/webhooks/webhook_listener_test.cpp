#include <algorithm>
#include <atomic>
#include <future>
#include <memory>
#include <mutex>
#include <sstream>
#include <thread>
#include <vector>

#include <Poco/Net/HTTPClientSession.h>
#include <Poco/Net/HTTPRequest.h>
#include <Poco/Net/HTTPResponse.h>
#include <Poco/Net/StreamSocket.h>
#include <Poco/StreamCopier.h>
#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_exception.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include "unit/webhooks/shared_log.hpp"
#include "webhooks/webhook_listener.hpp"

using namespace send_text;
using namespace send_text::testing;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::MessageMatches;

namespace {

const std::string form_type = "application/x-www-form-urlencoded";

/// A listener that lets the key "good" in.
struct Door {
    struct Answer {
        int status = 0;
        std::string body;
    };

    Answer send(const std::string& method, const std::string& target, const std::string& body = "",
                const std::string& type = form_type, const std::string& signature = "") const {
        Poco::Net::HTTPClientSession session("127.0.0.1", listener.port());
        Poco::Net::HTTPRequest request(method, target, Poco::Net::HTTPMessage::HTTP_1_1);
        request.setContentType(type);
        request.setContentLength(static_cast<std::streamsize>(body.size()));
        if (!signature.empty()) request.set("X-Twilio-Signature", signature);
        session.sendRequest(request) << body;
        Poco::Net::HTTPResponse response;
        std::ostringstream text;
        Poco::StreamCopier::copyStream(session.receiveResponse(response), text);
        return {response.getStatus(), text.str()};
    }

    SharedLog log;
    std::mutex mutex;
    std::vector<WebhookCall> calls;
    WebhookListener listener{"127.0.0.1:0",
                             [this](const WebhookCall& call) {
                                 const std::lock_guard lock(mutex);
                                 calls.push_back(call);
                                 if (call.name == "broken")
                                     throw std::runtime_error("broken by " + call.body);
                                 return call.name == "good";
                             },
                             log};
};

}  // namespace

TEST_CASE("a call is answered, accepted or not") {
    Door door;
    CHECK(door.send("POST", "/zipwhip/good", R"({"body":"Hi"})", "application/json").status == 200);
    const auto twilio =
        door.send("POST", "/twilio/good?a=b", "Body=Hi+you&From=%2B1651", form_type, "signed");
    CHECK(twilio.status == 200);
    CHECK(twilio.body == "<Response></Response>");
    CHECK(door.send("POST", "/zipwhip/guess").status == 403);
    CHECK(door.send("GET", "/zipwhip/good").status == 405);
    REQUIRE(door.calls.size() == 3);
    CHECK(door.calls[0].body == R"({"body":"Hi"})");
    CHECK(door.calls[1].target == "/twilio/good?a=b");
    CHECK(door.calls[1].parameters == Form{{"Body", "Hi you"}, {"From", "+1651"}});
    CHECK(door.calls[1].header("x-twilio-signature") == "signed");
    CHECK(door.listener.accepted() == 2);
    CHECK(door.listener.refused() == 2);
    CHECK(door.log.lines().size() == 1);
}

TEST_CASE("who sends too much sees the refusal all the same") {
    Door door;
    CHECK(door.send("POST", "/zipwhip/good", std::string(600'000, 'x')).status == 413);
    CHECK(door.send("POST", "/zipwhip/good", std::string(64 << 10, 'x'), "text/plain").status == 200);
}

TEST_CASE("several call at the same time") {
    Door door;
    std::vector<std::thread> callers;
    std::atomic<int> answered{0};
    for (int caller = 0; caller < 8; ++caller) {
        callers.emplace_back([&] {
            for (int count = 0; count < 10; ++count)
                answered += door.send("POST", "/zipwhip/good").status == 200 ? 1 : 0;
        });
    }
    for (std::thread& caller : callers)
        caller.join();
    CHECK(answered == 80);
    CHECK(door.listener.accepted() == 80);
}

TEST_CASE("a listener ends at once although connections are open, more than it has threads") {
    auto door = std::make_unique<Door>();
    const Poco::Net::SocketAddress address("127.0.0.1", door->listener.port());
    const std::string half = "POST /zipwhip/good HTTP/1.1\r\nContent-Le";
    std::vector<Poco::Net::StreamSocket> open;
    for (int count = 0; count < 20; ++count) {
        open.emplace_back(address);
        open.back().sendBytes(half.data(), static_cast<int>(half.size()));
    }
    door.reset();
    const auto is_answered = [](Poco::Net::StreamSocket& socket) {
        char byte = 0;
        try {
            return socket.receiveBytes(&byte, 1) > 0;
        } catch (const Poco::Exception&) {
            return false;  // reset
        }
    };
    CHECK(std::none_of(open.begin(), open.end(), is_answered));  // had it waited, it would have told them 408
    SharedLog log;
    const WebhookListener again(
        address.toString(), [](const WebhookCall&) { return true; }, log);
    CHECK(again.port() == address.port());
}

TEST_CASE("a listener does not end before a call that is being checked") {
    SharedLog log;
    std::promise<void> entered;
    std::promise<void> may_leave;
    std::atomic<bool> has_left{false};
    auto listener = std::make_unique<WebhookListener>(
        "127.0.0.1:0",
        [&](const WebhookCall&) {
            entered.set_value();
            may_leave.get_future().wait();
            has_left = true;
            return true;
        },
        log);
    Poco::Net::StreamSocket caller(Poco::Net::SocketAddress("127.0.0.1", listener->port()));
    const std::string call = "POST /zipwhip/good HTTP/1.1\r\n\r\n";
    caller.sendBytes(call.data(), static_cast<int>(call.size()));
    entered.get_future().wait();
    bool had_left = false;
    std::thread ender([&] {
        listener.reset();
        had_left = has_left;
    });
    may_leave.set_value();
    ender.join();
    CHECK(had_left);
}

TEST_CASE("an address at which nobody can listen is refused in words") {
    Door door;
    SharedLog log;
    const auto listen = [&](const std::string& address) {
        WebhookListener(
            address, [](const WebhookCall&) { return true; }, log);
    };
    const std::string taken = "127.0.0.1:" + std::to_string(door.listener.port());
    CHECK_THROWS_MATCHES(listen(taken), std::runtime_error,
                         MessageMatches(ContainsSubstring(taken) && ContainsSubstring("in use") &&
                                        ContainsSubstring("Choose another address")));
    for (const char* const address : {"", "somewhere", ":8080", "127.0.0.1", "127.0.0.1:", "127.0.0.1:99999",
                                      "127.0.0.1:http", "127.0.0.1:80 ", "/tmp/socket:1", "[::1:8080"}) {
        CAPTURE(address);
        CHECK_THROWS_MATCHES(listen(address), std::runtime_error,
                             MessageMatches(ContainsSubstring(std::string("\"") + address + "\"") &&
                                            ContainsSubstring("Choose another address")));
    }
}
