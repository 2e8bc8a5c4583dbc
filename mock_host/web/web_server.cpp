#include "mock_host/web/web_server.hpp"

#include <Poco/Exception.h>
#include <Poco/Net/HTTPRequestHandler.h>
#include <Poco/Net/HTTPRequestHandlerFactory.h>
#include <Poco/Net/HTTPServer.h>
#include <Poco/Net/HTTPServerParams.h>
#include <Poco/Net/HTTPServerRequest.h>
#include <Poco/Net/HTTPServerResponse.h>
#include <Poco/Net/ServerSocket.h>
#include <Poco/Net/SocketAddress.h>
#include <Poco/ThreadPool.h>

#include <ostream>
#include <stdexcept>

#include "mock_host/web/event_stream.hpp"
#include "mock_host/web/failure_answer.hpp"
#include "mock_host/web/random_word.hpp"
#include "mock_host/web/request_reader.hpp"
#include "mock_host/web/static_files.hpp"

namespace mock_host {

namespace {

namespace net = Poco::Net;

constexpr std::uint16_t usual_port = 8321;
// A stream of events holds its thread, and so does a kept connection: there must be plenty for others.
constexpr int max_threads = 128;

constexpr const char* content_security_policy =
    "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'; "
    "base-uri 'none'; frame-ancestors 'none'";

void bind(net::ServerSocket& socket, std::uint16_t port) {
    // Without SO_REUSEPORT, which Poco sets by default: two hosts must not share a port.
    socket.bind(net::SocketAddress("127.0.0.1", port), true, false);
    socket.listen(128);
}

net::ServerSocket listen(const std::optional<std::uint16_t>& port) {
    const std::uint16_t wanted = port.value_or(usual_port);
    try {
        net::ServerSocket socket;
        bind(socket, wanted);
        return socket;
    } catch (const Poco::Exception& e) {
        if (port) {
            throw std::runtime_error("Port " + std::to_string(wanted) + " of 127.0.0.1 cannot be used (" +
                                     e.displayText() +
                                     "). Choose another, or stop the program that uses it.");
        }
    }
    net::ServerSocket socket;
    bind(socket, 0);
    return socket;
}

net::HTTPServerParams::Ptr server_parameters() {
    net::HTTPServerParams::Ptr parameters = new net::HTTPServerParams;
    parameters->setMaxThreads(max_threads);
    parameters->setMaxQueued(512);
    parameters->setKeepAlive(true);
    parameters->setMaxKeepAliveRequests(0);  // no end to them
    parameters->setKeepAliveTimeout(Poco::Timespan(30, 0));
    parameters->setTimeout(Poco::Timespan(10, 0));
    // So long Poco's threads may sleep through the server's end.
    parameters->setThreadIdleTime(Poco::Timespan(0, 100'000));
    return parameters;
}

/// What all requests share.
struct Site {
    RequestReader reader;
    StaticFiles files;
    WebServer::Answer answer;
    EventHub& events;
    std::string run_id;
};

class Handler : public net::HTTPRequestHandler {
  public:
    explicit Handler(const Site& site) : site_(site) {}

    void handleRequest(net::HTTPServerRequest& request, net::HTTPServerResponse& response) override {
        response.set("Content-Security-Policy", content_security_policy);
        response.set("X-Content-Type-Options", "nosniff");
        response.set("Referrer-Policy", "no-referrer");
        response.set("Cross-Origin-Resource-Policy", "same-origin");
        response.set("Cache-Control", "no-store");
        try {
            answer(request, response);
        } catch (const Poco::Exception&) {
            throw;  // the connection is gone; Poco's server ends it
        } catch (const std::exception& e) {
            if (response.sent()) return;
            response.setKeepAlive(false);  // what is left of the request must not be taken for the next
            send(response, failure_answer(e), request.getMethod());
        }
    }

  private:
    void answer(net::HTTPServerRequest& request, net::HTTPServerResponse& response) {
        site_.reader.check_sender(request);
        std::vector<std::string> path = RequestReader::path(request);
        if (path.empty() || path.front() != "api") return serve_file(request, response, path);
        path.erase(path.begin());
        const ApiCall call = site_.reader.read(request, std::move(path));
        if (call.path == std::vector<std::string>{"events"} && call.method == "GET")
            return stream_events(request, response, site_.events, site_.run_id);
        send(response, answer_or_refuse(call), call.method);
    }

    ApiResult answer_or_refuse(const ApiCall& call) {
        try {
            return site_.answer(call);
        } catch (const std::exception& e) {
            return failure_answer(e);
        }
    }

    void serve_file(const net::HTTPServerRequest& request, net::HTTPServerResponse& response,
                    const std::vector<std::string>& path) {
        if (request.getMethod() != "GET" && request.getMethod() != "HEAD")
            throw ApiError(405, "Pages can only be read.");
        StaticFiles::File file = site_.files.read(path);
        if (!path.empty()) response.set("Cache-Control", "no-cache");
        ApiResult result;
        result.content_type = std::move(file.content_type);
        result.body = std::move(file.content);
        send(response, result, request.getMethod());
    }

    static void send(net::HTTPServerResponse& response, const ApiResult& result, const std::string& method) {
        response.setStatusAndReason(static_cast<net::HTTPResponse::HTTPStatus>(result.status));
        response.setContentType(result.content_type);
        response.setContentLength64(static_cast<Poco::Int64>(result.body.size()));
        if (!result.download_name.empty())
            response.set("Content-Disposition", "attachment; filename=\"" + result.download_name + "\"");
        std::ostream& stream = response.send();
        if (method != "HEAD") stream << result.body;
        stream.flush();
    }

    const Site& site_;
};

class HandlerFactory : public net::HTTPRequestHandlerFactory {
  public:
    explicit HandlerFactory(const Site& site) : site_(site) {}
    net::HTTPRequestHandler* createRequestHandler(const net::HTTPServerRequest&) override {
        return new Handler(site_);
    }

  private:
    const Site& site_;
};

}  // namespace

struct WebServer::Parts {
    net::ServerSocket socket;
    std::string token;
    Site site;
    Poco::ThreadPool threads{2, max_threads};
    net::HTTPServer server;

    Parts(const WebServerOptions& options, Answer answer, EventHub& events)
        : socket(listen(options.port)),
          token(random_word()),
          site{RequestReader(socket.address().port(), token), StaticFiles(options.pages, token),
               std::move(answer), events, options.run_id},
          server(new HandlerFactory(site), threads, socket, server_parameters()) {}
};

WebServer::WebServer(const WebServerOptions& options, Answer answer, EventHub& events)
    : parts_(std::make_unique<Parts>(options, std::move(answer), events)) {
    parts_->server.start();
}

WebServer::~WebServer() {
    parts_->server.stopAll(false);
    parts_->threads.joinAll();
}

std::uint16_t WebServer::port() const {
    return parts_->socket.address().port();
}

std::string WebServer::url() const {
    return "http://127.0.0.1:" + std::to_string(port()) + "/";
}

const std::string& WebServer::token() const {
    return parts_->token;
}

}  // namespace mock_host
