#include <mutex>
#include <sstream>
#include <vector>

#include <Poco/Net/HTTPClientSession.h>
#include <Poco/Net/HTTPRequest.h>
#include <Poco/Net/HTTPResponse.h>
#include <Poco/Net/StreamSocket.h>
#include <Poco/StreamCopier.h>
#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_exception.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include "unit/support/recording_log.hpp"
#include "webhooks/webhook_listener.hpp"

using namespace send_text;
using namespace send_text::testing;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::MessageMatches;

namespace {

const std::string form_type = "application/x-www-form-urlencoded";

/// A log that several threads write.
class SharedLog final : public Log {
  public:
    void write(LogSeverity severity, std::string_view message) override {
        const std::lock_guard lock(mutex_);
        log_.write(severity, message);
    }
    std::vector<std::string> lines() {
        const std::lock_guard lock(mutex_);
        std::vector<std::string> result;
        for (const auto& [severity, line] : log_.lines)
            result.push_back(line);
        return result;
    }

  private:
    std::mutex mutex_;
    RecordingLog log_;
};

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

TEST_CASE("a call that is accepted is answered as its carrier wants it") {
    Door door;
    CHECK(door.send("POST", "/zipwhip/good", R"({"body":"Hi"})", "application/json").status == 200);
    const auto twilio =
        door.send("POST", "/twilio/good?a=b", "Body=Hi+you&From=%2B1651", form_type, "signed");
    CHECK(twilio.status == 200);
    CHECK(twilio.body == "<Response></Response>");
    REQUIRE(door.calls.size() == 2);
    CHECK(door.calls[0].body == R"({"body":"Hi"})");
    CHECK_FALSE(door.calls[0].is_form);
    CHECK(door.calls[1].target == "/twilio/good?a=b");
    CHECK(door.calls[1].parameters == Form{{"Body", "Hi you"}, {"From", "+1651"}});
    CHECK(door.calls[1].signature == "signed");
    CHECK(door.listener.accepted() == 2);
    CHECK(door.listener.refused() == 0);
}

TEST_CASE("anything else is refused and counted, and nothing of it stands in the log") {
    Door door;
    CHECK(door.send("POST", "/zipwhip/guess", "secret words").status == 403);
    CHECK(door.send("GET", "/zipwhip/good").status == 405);
    CHECK(door.send("POST", "/").status == 404);
    CHECK(door.send("POST", "/zipwhip").status == 404);
    CHECK(door.send("POST", "/zipwhip/good/more").status == 404);
    CHECK(door.send("POST", "/pigeon/good").status == 404);
    CHECK(door.send("POST", "/zipwhip/good", "a=%").status == 400);
    CHECK(door.send("POST", "/zipwhip/good", std::string((64 << 10) + 1, 'x')).status == 413);
    CHECK(door.listener.refused() == 8);
    CHECK(door.send("POST", "/zipwhip/broken", "secret words").status == 500);
    REQUIRE(door.log.lines().size() == 1);  // the first; the next would be the tenth
    CHECK_THAT(door.log.lines()[0], !ContainsSubstring("guess") && !ContainsSubstring("secret"));
    CHECK(door.send("POST", "/zipwhip/good", std::string(64 << 10, 'x'), "text/plain").status == 200);
}

TEST_CASE("a listener ends although somebody keeps a connection open") {
    auto door = std::make_unique<Door>();
    Poco::Net::StreamSocket idle(Poco::Net::SocketAddress("127.0.0.1", door->listener.port()));
    CHECK(door->send("POST", "/zipwhip/good").status == 200);  // the idle one was accepted before
    const std::string half = "POST /zipwhip/good HTTP/1.1\r\nContent-Le";
    idle.sendBytes(half.data(), static_cast<int>(half.size()));
    door.reset();
    char byte = 0;
    CHECK(idle.receiveBytes(&byte, 1) == 0);
}

TEST_CASE("an address at which nobody can listen is refused in words") {
    Door door;
    SharedLog log;
    const auto listen = [&](const std::string& address) {
        WebhookListener(
            address, [](const WebhookCall&) { return true; }, log);
    };
    const std::string taken = "127.0.0.1:" + std::to_string(door.listener.port());
    CHECK_THROWS_MATCHES(
        listen(taken), std::runtime_error,
        MessageMatches(ContainsSubstring(taken) && ContainsSubstring("Choose another address")));
    CHECK_THROWS_AS(listen("somewhere"), std::runtime_error);
    CHECK_THROWS_AS(listen("127.0.0.1:99999"), std::runtime_error);
}
