#include "unit/carrier/receiver.hpp"

#include <Poco/Net/HTTPRequestHandler.h>
#include <Poco/Net/HTTPRequestHandlerFactory.h>
#include <Poco/Net/HTTPServerRequest.h>
#include <Poco/Net/HTTPServerResponse.h>
#include <Poco/Net/SocketAddress.h>
#include <Poco/StreamCopier.h>

namespace mock_host::test {

namespace net = Poco::Net;

namespace {

class Handler : public net::HTTPRequestHandler {
  public:
    Handler(Inbox& inbox, int status) : inbox_(inbox), status_(status) {}
    void handleRequest(net::HTTPServerRequest& request, net::HTTPServerResponse& response) override {
        Posted posted{request.getContentType(),
                      {},
                      request.get("X-Twilio-Signature", ""),
                      request.getMethod(),
                      request.getURI(),
                      request.get("telnyx-signature-ed25519", ""),
                      request.get("telnyx-timestamp", "")};
        Poco::StreamCopier::copyToString(request.stream(), posted.body);
        response.setStatus(static_cast<net::HTTPResponse::HTTPStatus>(status_));
        response.setContentLength(0);
        response.send();
        inbox_.put(std::move(posted));
    }

  private:
    Inbox& inbox_;
    int status_;
};

class Factory : public net::HTTPRequestHandlerFactory {
  public:
    explicit Factory(Receiver& receiver) : receiver_(receiver) {}
    net::HTTPRequestHandler* createRequestHandler(const net::HTTPServerRequest&) override {
        return new Handler(receiver_.inbox, receiver_.status);
    }

  private:
    Receiver& receiver_;
};

}  // namespace

void Inbox::put(Posted posted) {
    const std::lock_guard lock(mutex_);
    posted_.push_back(std::move(posted));
    changed_.notify_all();
}

Posted Inbox::take() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return !posted_.empty(); });
    Posted posted = std::move(posted_.front());
    posted_.pop_front();
    return posted;
}

std::size_t Inbox::size() {
    const std::lock_guard lock(mutex_);
    return posted_.size();
}

Receiver::Receiver() {
    socket_.bind(net::SocketAddress("127.0.0.1", 0), true, false);
    socket_.listen();
    server_ =
        std::make_unique<net::HTTPServer>(new Factory(*this), threads_, socket_, new net::HTTPServerParams);
    server_->start();
}

Receiver::~Receiver() {
    server_->stopAll(false);
    threads_.joinAll();
}

std::string Receiver::url() const {
    return "http://127.0.0.1:" + std::to_string(socket_.address().port()) + "/inbound?key=k";
}

}  // namespace mock_host::test
