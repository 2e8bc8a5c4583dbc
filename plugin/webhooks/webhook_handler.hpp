#pragma once

#include <Poco/Net/HTTPRequestHandler.h>
#include <Poco/Net/HTTPRequestHandlerFactory.h>

#include <atomic>
#include <cstdint>
#include <functional>

#include "webhooks/webhook_listener.hpp"

namespace send_text {

/// What the calls of a listener share.
struct WebhookDesk {
    std::function<bool(const WebhookCall&)> accept;
    Log& log;
    std::atomic<std::int64_t> accepted{0};
    std::atomic<std::int64_t> refused{0};
};

/// Answers one call.
class WebhookHandler final : public Poco::Net::HTTPRequestHandler {
  public:
    explicit WebhookHandler(WebhookDesk& desk) : desk_(desk) {}
    void handleRequest(Poco::Net::HTTPServerRequest& request,
                       Poco::Net::HTTPServerResponse& response) override;

  private:
    void refuse(Poco::Net::HTTPServerResponse& response, int status);

    WebhookDesk& desk_;
};

class WebhookHandlerFactory final : public Poco::Net::HTTPRequestHandlerFactory {
  public:
    explicit WebhookHandlerFactory(WebhookDesk& desk) : desk_(desk) {}
    Poco::Net::HTTPRequestHandler* createRequestHandler(const Poco::Net::HTTPServerRequest&) override {
        return new WebhookHandler(desk_);  // Poco's server deletes it
    }

  private:
    WebhookDesk& desk_;
};

}  // namespace send_text
