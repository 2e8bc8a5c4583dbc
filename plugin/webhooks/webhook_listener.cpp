#include "webhooks/webhook_listener.hpp"

#include <Poco/Net/HTTPServer.h>
#include <Poco/Net/HTTPServerParams.h>
#include <Poco/Net/NetException.h>
#include <Poco/Net/ServerSocket.h>
#include <Poco/ThreadPool.h>

#include <stdexcept>

#include "webhooks/webhook_handler.hpp"

namespace send_text {
namespace {

constexpr int most_connections = 8;
constexpr int most_waiting = 64;
constexpr long patience_seconds = 10;

Poco::Net::ServerSocket listen(const std::string& address) {
    try {
        Poco::Net::ServerSocket socket;
        socket.bind(Poco::Net::SocketAddress(address), true,
                    false);  // never beside another who listens there
        socket.listen(most_waiting);
        return socket;
    } catch (const Poco::Exception& error) {
        throw std::runtime_error("The webhook listener cannot listen at " + address + ": " +
                                 error.displayText() +
                                 ". Choose another address in the settings, such as 127.0.0.1:8080.");
    }
}

Poco::Net::HTTPServerParams::Ptr parameters() {
    Poco::Net::HTTPServerParams::Ptr made(new Poco::Net::HTTPServerParams);
    made->setMaxThreads(most_connections);
    made->setMaxQueued(most_waiting);
    made->setTimeout(Poco::Timespan(patience_seconds, 0));
    made->setKeepAliveTimeout(Poco::Timespan(patience_seconds, 0));
    return made;
}

}  // namespace

struct WebhookListener::State {
    State(const std::string& address, std::function<bool(const WebhookCall&)> accept, Log& log)
        : desk{std::move(accept), log, {}, {}},
          socket(listen(address)),
          server(new WebhookHandlerFactory(desk), threads, socket, parameters()) {}

    WebhookDesk desk;
    Poco::ThreadPool threads{1, most_connections};  // not the process's own
    Poco::Net::ServerSocket socket;
    Poco::Net::HTTPServer server;
};

WebhookListener::WebhookListener(const std::string& address, std::function<bool(const WebhookCall&)> accept,
                                 Log& log)
    : state_(std::make_unique<State>(address, std::move(accept), log)) {
    state_->server.start();
}

WebhookListener::~WebhookListener() {
    state_->server.stopAll(true);
    state_->threads.joinAll();
}

std::uint16_t WebhookListener::port() const {
    return state_->socket.address().port();
}

std::int64_t WebhookListener::accepted() const {
    return state_->desk.accepted;
}

std::int64_t WebhookListener::refused() const {
    return state_->desk.refused;
}

}  // namespace send_text
