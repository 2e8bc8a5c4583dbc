#include "carrier/carrier_server.hpp"

#include <Poco/Exception.h>
#include <Poco/Net/Context.h>
#include <Poco/Net/HTTPServer.h>
#include <Poco/Net/HTTPServerParams.h>
#include <Poco/Net/NetException.h>
#include <Poco/Net/SecureServerSocket.h>
#include <Poco/Net/SocketAddress.h>
#include <Poco/ThreadPool.h>

#include <stdexcept>
#include <thread>

#include "carrier/request_handler.hpp"
#include "carrier/simulation.hpp"
#include "carrier/telnyx/telnyx_api.hpp"
#include "carrier/twilio/twilio_api.hpp"
#include "carrier/zipwhip/sessions.hpp"
#include "carrier/zipwhip/zipwhip_api.hpp"

namespace mock_host {

namespace {

namespace net = Poco::Net;

// A kept connection holds its thread, and so does a hung answer: there must be plenty for others.
constexpr int threads_per_port = 64;
constexpr long milliseconds_of_a_second = 1000;

void listen_on(net::ServerSocket& socket, std::uint16_t port) {
    try {
        // Without SO_REUSEPORT, which Poco sets by default: two simulators must not share a port.
        socket.bind(net::SocketAddress("127.0.0.1", port), true, false);
        socket.listen(128);
    } catch (const Poco::Exception& e) {
        throw std::runtime_error("port " + std::to_string(port) + " of 127.0.0.1 cannot be used (" +
                                 e.displayText() + "): choose another, or end the program that has it");
    }
}

net::SecureServerSocket secure_socket(const CarrierServerOptions& options) {
    try {
        net::Context::Params parameters;
        parameters.certificateFile = options.certificate_file;
        parameters.privateKeyFile = options.private_key_file;
        parameters.verificationMode = net::Context::VERIFY_NONE;  // of clients, which have no certificate
        net::Context::Ptr context = new net::Context(net::Context::TLS_SERVER_USE, parameters);
        context->requireMinimumProtocol(net::Context::PROTO_TLSV1_2);
        return net::SecureServerSocket(context);
    } catch (const Poco::Exception& e) {
        throw std::runtime_error("the certificate " + options.certificate_file + " with the private key " +
                                 options.private_key_file + " cannot be used: " + e.displayText());
    }
}

net::HTTPServerParams::Ptr server_parameters() {
    net::HTTPServerParams::Ptr parameters = new net::HTTPServerParams;
    parameters->setMaxThreads(threads_per_port);
    parameters->setMaxQueued(512);
    parameters->setKeepAlive(true);
    parameters->setMaxKeepAliveRequests(0);  // no end to them
    parameters->setKeepAliveTimeout(Poco::Timespan(60, 0));
    parameters->setTimeout(Poco::Timespan(10, 0));
    // So long Poco's threads may sleep through the server's end.
    parameters->setThreadIdleTime(Poco::Timespan(0, 100'000));
    return parameters;
}

}  // namespace

struct CarrierServer::Parts {
    explicit Parts(const CarrierServerOptions& options)
        : state(options.state_file ? std::make_unique<StateFile>(*options.state_file) : nullptr) {}

    std::unique_ptr<StateFile> state;
    Simulation simulation{state.get()};
    Poco::ThreadPool threads{2, 2 * threads_per_port};
    net::ServerSocket http_socket;
    std::unique_ptr<net::SecureServerSocket> https_socket;
    std::unique_ptr<net::HTTPServer> http;
    std::unique_ptr<net::HTTPServer> https;
    std::thread time;  // says every second that time has passed

    std::unique_ptr<net::HTTPServer> serve(const net::ServerSocket& socket) {
        auto server = std::make_unique<net::HTTPServer>(new RequestHandlerFactory(simulation), threads,
                                                        socket, server_parameters());
        server->start();
        return server;
    }
};

CarrierServer::CarrierServer(const CarrierServerOptions& options) : parts_(std::make_unique<Parts>(options)) {
    Simulation& simulation = parts_->simulation;
    for (const auto& [username, password] : options.accounts) {
        if (!zipwhip::line_of_username(username) || password.empty()) {
            throw std::invalid_argument("the account \"" + username +
                                        "\" needs a number in digits as its name, and a password");
        }
    }
    const CarrierWorld world{simulation.clock, simulation.handsets, simulation.callbacks, simulation.texts,
                             parts_->state.get()};
    simulation.carriers.push_back(std::make_unique<twilio::TwilioApi>(world));
    simulation.carriers.push_back(std::make_unique<telnyx::TelnyxApi>(world));
    simulation.carriers.push_back(std::make_unique<zipwhip::ZipwhipApi>(world, options.accounts));
    listen_on(parts_->http_socket, options.port);
    if (options.https_port) {
        parts_->https_socket = std::make_unique<net::SecureServerSocket>(secure_socket(options));
        listen_on(*parts_->https_socket, *options.https_port);
    }
}

CarrierServer::~CarrierServer() {
    stop();
}

void CarrierServer::start() {
    parts_->http = parts_->serve(parts_->http_socket);
    if (parts_->https_socket) parts_->https = parts_->serve(*parts_->https_socket);
    parts_->time = std::thread([&simulation = parts_->simulation] {
        while (!simulation.stopping.tryWait(milliseconds_of_a_second))
            simulation.time_passed();
    });
}

void CarrierServer::stop() {
    parts_->simulation.stopping.set();
    for (auto* server : {&parts_->http, &parts_->https}) {
        if (*server) (*server)->stopAll(false);
    }
    parts_->threads.joinAll();
    if (parts_->time.joinable()) parts_->time.join();
    parts_->http.reset();
    parts_->https.reset();
}

std::uint16_t CarrierServer::port() const {
    return parts_->http_socket.address().port();
}

std::uint16_t CarrierServer::https_port() const {
    return parts_->https_socket ? parts_->https_socket->address().port() : 0;
}

std::string CarrierServer::base_url() const {
    return "http://127.0.0.1:" + std::to_string(port());
}

std::string CarrierServer::https_base_url() const {
    return parts_->https_socket ? "https://127.0.0.1:" + std::to_string(https_port()) : std::string();
}

bool CarrierServer::wait_for_texts(std::size_t count, std::chrono::milliseconds at_most) const {
    return parts_->simulation.handsets.wait_for_texts(count, at_most);
}

}  // namespace mock_host
