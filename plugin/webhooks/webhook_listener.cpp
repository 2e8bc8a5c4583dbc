#include "webhooks/webhook_listener.hpp"

#include <Poco/Net/NetException.h>
#include <Poco/Net/ServerSocket.h>
#include <Poco/Net/StreamSocket.h>

#include <array>
#include <atomic>
#include <charconv>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <set>
#include <stdexcept>
#include <system_error>
#include <thread>
#include <vector>

#include "gateway/byte_stream.hpp"
#include "webhooks/webhook_desk.hpp"

namespace send_text {
namespace {

using Poco::Net::ServerSocket;
using Poco::Net::StreamSocket;

constexpr int thread_count = 4;
constexpr int most_waiting = 64;  // connections that the system keeps until a thread is free
constexpr std::chrono::seconds call_patience{10};
constexpr std::chrono::seconds farewell_patience{1};
constexpr std::size_t most_farewell_bytes = 1 << 20;
constexpr std::chrono::milliseconds pause_after_error{50};
constexpr Poco::Timespan::TimeDiff look_up_us = 250'000;  // where shutting a socket down wakes nobody

std::runtime_error cannot_listen(const std::string& address, const std::string& reason) {
    return std::runtime_error("The webhook listener cannot listen on \"" + address + "\": " + reason +
                              ". Choose another address in the settings, such as 127.0.0.1:8080.");
}

std::string reason_of(const Poco::Exception& error) {
    return error.code() > 0 ? std::system_category().message(error.code()) : error.displayText();
}

/// Checked here because Poco takes names of services and paths of local sockets as well.
void check_form(const std::string& address) {
    const std::size_t colon = address.rfind(':');
    const bool has_host = colon != std::string::npos && colon > 0 && address.front() != '/';
    const std::string port = has_host ? address.substr(colon + 1) : std::string();
    std::uint16_t number = 0;
    const auto [end, error] = std::from_chars(port.data(), port.data() + port.size(), number);
    if (error != std::errc() || end != port.data() + port.size())
        throw cannot_listen(address, "it is no host and port");
}

ServerSocket listen(const std::string& address) {
    check_form(address);
    try {
        ServerSocket socket;
        socket.bind(Poco::Net::SocketAddress(address), true,
                    false);  // never beside another who listens there
        socket.listen(most_waiting);
        socket.setBlocking(false);  // who hangs up before he is accepted must not keep us waiting
        return socket;
    } catch (const Poco::Exception& error) {
        throw cannot_listen(address, reason_of(error));
    }
}

/// Who is cut off while writing may never see the answer: reads on until the other side has had enough.
void say_farewell(StreamSocket& socket, ByteStream& stream) {
    socket.shutdownSend();
    const Deadline deadline = std::chrono::steady_clock::now() + farewell_patience;
    std::array<char, 4096> ignored{};
    std::size_t bytes = 0;
    while (bytes < most_farewell_bytes) {
        const std::size_t size = stream.read(ignored.data(), ignored.size(), deadline);
        if (size == 0) return;
        bytes += size;
    }
}

}  // namespace

// Poco's sockets, but not its HTTP server: that one tells the process's error handler, which may be the
// host's, keeps what it read in a pool of the process, has no deadline for a call, and takes its time to
// stop.
struct WebhookListener::State {
    State(const std::string& address, std::function<bool(const WebhookCall&)> accept, Log& log)
        : desk(std::move(accept), log), listening(listen(address)), port(listening.address().port()) {}

    ~State() {
        end_all();
        for (std::thread& thread : threads)
            thread.join();
    }

    void start() {
        for (int count = 0; count < thread_count; ++count)
            threads.emplace_back([this] { run(); });
    }

    void end_all() {
        const std::lock_guard lock(mutex);
        ending = true;
        ended.notify_all();
        shut_down(listening);
        for (StreamSocket* const socket : open)
            shut_down(*socket);
    }

    static void shut_down(Poco::Net::Socket& socket) {
        try {
            socket.impl()->shutdown();
        } catch (const Poco::Exception&) {  // the other side has done so
        }
    }

    void run() {
        while (!ending) {
            try {
                if (std::optional<StreamSocket> socket = next()) serve(*socket);
            } catch (const std::exception&) {  // the connection is gone, and with it who asked
            }
        }
    }

    /// One thread at a time waits for the next connection.
    std::optional<StreamSocket> next() {
        const std::lock_guard turn(accepting);
        try {
            if (ending || !listening.poll(look_up_us, Poco::Net::Socket::SELECT_READ)) return std::nullopt;
            return listening.acceptConnection();
        } catch (const Poco::Exception&) {  // they hung up, or the process is out of sockets
            std::unique_lock lock(mutex);
            ended.wait_for(lock, pause_after_error, [this] { return ending.load(); });
            return std::nullopt;
        }
    }

    void serve(StreamSocket& socket) {
        const Visit visit(*this, socket);
        const auto stream = tcp_stream(socket);
        if (!desk.serve(*stream, std::chrono::steady_clock::now() + call_patience))
            say_farewell(socket, *stream);
    }

    /// Keeps a socket among those that are shut down at the end.
    class Visit {
      public:
        Visit(State& state, StreamSocket& socket) : state_(state), socket_(socket) {
            const std::lock_guard lock(state_.mutex);
            state_.open.insert(&socket_);
            if (state_.ending) shut_down(socket_);
        }
        ~Visit() {
            const std::lock_guard lock(state_.mutex);
            state_.open.erase(&socket_);
        }
        Visit(const Visit&) = delete;
        Visit& operator=(const Visit&) = delete;

      private:
        State& state_;
        StreamSocket& socket_;
    };

    WebhookDesk desk;
    ServerSocket listening;
    const std::uint16_t port;
    std::mutex accepting;
    std::mutex mutex;  // of the following
    std::condition_variable ended;
    std::atomic<bool> ending{false};
    std::set<StreamSocket*> open;
    std::vector<std::thread> threads;
};

WebhookListener::WebhookListener(const std::string& address, std::function<bool(const WebhookCall&)> accept,
                                 Log& log)
    : state_(std::make_unique<State>(address, std::move(accept), log)) {
    state_->start();
}

WebhookListener::~WebhookListener() = default;

std::uint16_t WebhookListener::port() const {
    return state_->port;
}

std::int64_t WebhookListener::accepted() const {
    return state_->desk.accepted();
}

std::int64_t WebhookListener::refused() const {
    return state_->desk.refused();
}

}  // namespace send_text
