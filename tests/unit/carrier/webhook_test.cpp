#include <Poco/Net/HTTPRequestHandler.h>
#include <Poco/Net/HTTPRequestHandlerFactory.h>
#include <Poco/Net/HTTPServer.h>
#include <Poco/Net/HTTPServerRequest.h>
#include <Poco/Net/HTTPServerResponse.h>
#include <Poco/Net/ServerSocket.h>
#include <Poco/Net/SocketAddress.h>
#include <Poco/StreamCopier.h>
#include <Poco/ThreadPool.h>

#include <catch2/catch_test_macros.hpp>
#include <condition_variable>
#include <deque>
#include <mutex>

#include "unit/carrier/api_client.hpp"

using namespace mock_host::test;
using nlohmann::json;
namespace net = Poco::Net;

namespace {

const std::string ann = "+16515565757";

/// What has been posted to the receiver and not yet been taken.
class Inbox {
  public:
    void put(std::string body) {
        const std::lock_guard lock(mutex_);
        bodies_.push_back(std::move(body));
        changed_.notify_all();
    }
    json take() {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [this] { return !bodies_.empty(); });
        const std::string body = bodies_.front();
        bodies_.pop_front();
        return json::parse(body);
    }
    std::size_t size() {
        const std::lock_guard lock(mutex_);
        return bodies_.size();
    }

  private:
    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<std::string> bodies_;
};

class Handler : public net::HTTPRequestHandler {
  public:
    explicit Handler(Inbox& inbox) : inbox_(inbox) {}
    void handleRequest(net::HTTPServerRequest& request, net::HTTPServerResponse& response) override {
        std::string body;
        Poco::StreamCopier::copyToString(request.stream(), body);
        response.setContentLength(0);
        response.send();
        inbox_.put(request.getContentType().starts_with("application/json") ? body : "null");
    }

  private:
    Inbox& inbox_;
};

class Factory : public net::HTTPRequestHandlerFactory {
  public:
    explicit Factory(Inbox& inbox) : inbox_(inbox) {}
    net::HTTPRequestHandler* createRequestHandler(const net::HTTPServerRequest&) override {
        return new Handler(inbox_);
    }

  private:
    Inbox& inbox_;
};

/// A customer's web server that takes whatever is posted.
class Receiver {
  public:
    Receiver() {
        socket_.bind(net::SocketAddress("127.0.0.1", 0), true, false);
        socket_.listen();
        server_ = std::make_unique<net::HTTPServer>(new Factory(inbox), threads_, socket_,
                                                    new net::HTTPServerParams);
        server_->start();
    }
    ~Receiver() {
        server_->stopAll(false);
        threads_.joinAll();
    }
    std::string url() const {
        return "http://127.0.0.1:" + std::to_string(socket_.address().port()) + "/inbound?key=k";
    }
    Inbox inbox;

  private:
    Poco::ThreadPool threads_{2, 8};
    net::ServerSocket socket_;
    std::unique_ptr<net::HTTPServer> server_;
};

Form webhook(const std::string& event, const std::string& url) {
    return {{"type", "message"}, {"event", event}, {"url", url}, {"method", "POST"}};
}

}  // namespace

TEST_CASE("a reply is posted to its webhook in the documented form") {
    Receiver receiver;
    RunningCarrier carrier;
    carrier.control.set_clock("2020-11-13T17:01:17Z");
    REQUIRE(carrier.call("/webhook/add", webhook("receive", receiver.url())).json()["success"] == true);
    const std::string id = carrier.control.reply(ann, carrier.line, "Hello World");
    const json posted = receiver.inbox.take();
    CHECK(posted["id"].is_number_integer());
    CHECK(std::to_string(posted["id"].get<std::int64_t>()) == id);
    CHECK(posted["body"] == "Hello World");
    CHECK(posted["bodySize"] == 11);
    CHECK(posted["address"] == "ptn:/" + ann);
    CHECK(posted["finalSource"] == ann);
    CHECK(posted["finalDestination"] == carrier.line);
    CHECK(posted["messageType"] == "MO");
    CHECK(posted["dateCreated"] == "2020-11-13T17:01:17Z");
    CHECK(posted["statusCode"] == 4);
    for (const char* name : {"cc", "bcc", "scheduledDate", "dateDeleted", "dateRead"})
        CHECK(posted[name].is_null());
}

TEST_CASE("progress is posted when a text is queued and when it arrives") {
    Receiver receiver;
    RunningCarrier carrier;
    carrier.call("/webhook/add", webhook("progress", receiver.url()));
    carrier.control.set_handset(ann, false);
    const std::string id = carrier.send(ann, "Hello").json()["response"]["root"];
    const json queued = receiver.inbox.take();
    CHECK(queued["statusCode"] == 2);
    CHECK(queued["messageType"] == "ZO");
    carrier.control.set_handset(ann, true);
    const json delivered = receiver.inbox.take();
    CHECK(delivered["statusCode"] == 4);
    CHECK(std::to_string(delivered["id"].get<std::int64_t>()) == id);
    CHECK(delivered["finalDestination"] == ann);
}

TEST_CASE("webhooks are kept, changed, listed and deleted") {
    RunningCarrier carrier;
    const auto added =
        carrier.call("/webhook/add", webhook("read", "https://example.com/a")).json()["response"];
    const std::string id = std::to_string(added.at(0)["webhookId"].get<std::int64_t>());
    CHECK(added[0]["event"] == "read");
    CHECK(carrier.call("/webhook/update", {{"webhookId", id}, {"url", "https://example.com/b"}})
              .json()["success"] == true);
    const auto listed = carrier.call("/webhook/list").json()["response"];
    REQUIRE(listed.size() == 1);
    CHECK(listed[0]["url"] == "https://example.com/b");
    CHECK(listed[0]["event"] == "read");
    CHECK(carrier.call("/webhook/delete", {{"webhookId", id}}).json()["success"] == true);
    CHECK(carrier.call("/webhook/list").json()["response"].empty());
    CHECK(carrier.call("/webhook/delete", {{"webhookId", id}}).json()["errorCode"] == -703);
    CHECK(carrier.call("/webhook/add", webhook("receive", "nowhere")).json()["errorCode"] == -703);
    CHECK(carrier.call("/webhook/add", webhook("sneeze", "https://example.com")).json()["errorCode"] == -703);
}

TEST_CASE("a webhook of another line hears nothing, and a dead one stops nobody") {
    Receiver receiver;
    RunningCarrier carrier;
    carrier.call("/webhook/add", webhook("receive", "http://127.0.0.1:1/dead"));
    carrier.call("/webhook/add", webhook("receive", receiver.url()));
    carrier.control.reply(ann, "+12065550199", "to another line");
    carrier.control.reply(ann, carrier.line, "to this line");
    CHECK(receiver.inbox.take()["body"] == "to this line");
    CHECK(receiver.inbox.size() == 0);
    const auto posted = carrier.client.get("/_simulator/callbacks").json();
    REQUIRE_FALSE(posted.empty());
    CHECK(posted[0]["status"] == 0);
    CHECK(posted[0]["error"].is_string());
}
