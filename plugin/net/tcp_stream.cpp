#include <Poco/Error.h>
#include <Poco/Net/IPAddress.h>
#include <Poco/Net/NetException.h>
#include <Poco/Net/SocketAddress.h>
#include <Poco/Net/SocketImpl.h>
#include <Poco/Net/StreamSocket.h>
#include <Poco/Timespan.h>

#include <algorithm>
#include <limits>
#include <utility>
#include <vector>

#include "net/byte_stream.hpp"
#include "net/name_lookup.hpp"
#include "net/private_sockets.hpp"

namespace send_text {

namespace {

using Poco::Net::Socket;

// A closed connection must be an error here, not a signal that ends the host.
#ifdef MSG_NOSIGNAL
constexpr int send_flags = MSG_NOSIGNAL;
#else
constexpr int send_flags = 0;
#endif

Poco::Timespan left_until(Deadline deadline) {
    const auto left = deadline - std::chrono::steady_clock::now();
    return std::max<Poco::Int64>(0, std::chrono::duration_cast<std::chrono::microseconds>(left).count());
}

/// Whoever waits on the socket, for whatever, goes on: the system calls it ended.
void shut_down(Poco::Net::StreamSocket socket) noexcept {
    try {
        socket.shutdown();
    } catch (...) {  // the other side has ended it before
    }
}

class TcpStream final : public ByteStream {
  public:
    /// Connects. Throws StreamError.
    TcpStream(const Poco::Net::SocketAddress& address, Deadline deadline, const Cancellation& cancellation)
        : cancellation_(cancellation),
          socket_(connecting(address)),
          interrupt_(cancellation, [this] { shut_down(socket_); }) {
        if (!wait(Socket::SELECT_READ | Socket::SELECT_WRITE | Socket::SELECT_ERROR, deadline))
            throw StreamError(address.toString() + " does not answer", false);
        if (const int error = socket_.impl()->socketError(); error != 0)
            throw StreamError(Poco::Error::getMessage(error) + ": " + address.toString(), false);
        socket_.setNoDelay(true);
    }

    void write(std::string_view data, Deadline deadline) override {
        bool bytes_left = false;
        while (!data.empty()) {
            if (!wait(Socket::SELECT_WRITE, deadline)) {
                throw StreamError("the request was not taken in time", bytes_left);
            }
            const auto size = std::min<std::size_t>(data.size(), std::numeric_limits<int>::max());
            try {
                const int sent = socket_.sendBytes(data.data(), static_cast<int>(size), send_flags);
                data.remove_prefix(static_cast<std::size_t>(sent));
            } catch (const Poco::Exception& error) {
                throw StreamError(error.displayText(), bytes_left);
            }
            bytes_left = true;
        }
    }

    std::size_t read(char* buffer, std::size_t size, Deadline deadline) override {
        const auto wanted = std::min<std::size_t>(size, std::numeric_limits<int>::max());
        while (wait(Socket::SELECT_READ, deadline)) {
            try {
                const int received = socket_.receiveBytes(buffer, static_cast<int>(wanted));
                if (received == 0 && cancellation_.is_cancelled()) break;  // the end that we made ourselves
                if (received >= 0) return static_cast<std::size_t>(received);
            } catch (const Poco::Exception& error) {
                throw StreamError(error.displayText());
            }
        }
        throw StreamError("the answer did not come in time");
    }

    bool is_quiet() override {
        try {
            return !socket_.poll(0, Socket::SELECT_READ | Socket::SELECT_ERROR);
        } catch (const Poco::Exception&) {
            return false;
        }
    }

  private:
    // Before anybody listens to the cancellation: only a socket that connects already can be shut down.
    static Poco::Net::StreamSocket connecting(const Poco::Net::SocketAddress& address) {
        Poco::Net::StreamSocket socket = private_stream_socket();
        socket.connectNB(address);
        socket.setBlocking(false);
        return socket;
    }

    // The deadline is checked before each step, so that a stream that is always ready ends too.
    bool wait(int mode, Deadline deadline) {
        while (std::chrono::steady_clock::now() < deadline) {
            if (socket_.poll(left_until(deadline), mode)) return true;
        }
        return false;
    }

    const Cancellation& cancellation_;
    Poco::Net::StreamSocket socket_;
    const Cancellation::Listener interrupt_;
};

/// The end of the first of so many equal parts of the time that is left.
Deadline share_of(Deadline deadline, std::size_t parts) {
    const auto now = std::chrono::steady_clock::now();
    return now + (deadline - now) / static_cast<std::ptrdiff_t>(parts);
}

}  // namespace

void write_at_once(Poco::Net::StreamSocket& socket, std::string_view data) noexcept {
    try {
        socket.sendBytes(data.data(), static_cast<int>(data.size()), send_flags);
    } catch (...) {  // seen when it is read
    }
}

std::optional<std::size_t> read_at_once(Poco::Net::StreamSocket& socket, char* buffer,
                                        std::size_t size) noexcept {
    try {
        const int received = socket.receiveBytes(buffer, static_cast<int>(size));
        return received < 0 ? std::nullopt : std::optional(static_cast<std::size_t>(received));
    } catch (const Poco::TimeoutException&) {
        return std::nullopt;
    } catch (...) {
        return 0;
    }
}

std::unique_ptr<ByteStream> connect_tcp(const std::string& host, std::uint16_t port, Deadline deadline,
                                        const Cancellation& cancellation) {
    std::string failure = "the name has no address";
    auto addresses = addresses_of(host, deadline, cancellation);
    // IPv4 first: a dead IPv6 route is the commonest reason to wait for nothing.
    std::stable_partition(addresses.begin(), addresses.end(), [](const Poco::Net::IPAddress& address) {
        return address.family() == Poco::Net::IPAddress::IPv4;
    });
    std::size_t left = addresses.size();
    for (const auto& address : addresses) {
        if (cancellation.is_cancelled()) break;
        try {
            return std::make_unique<TcpStream>(Poco::Net::SocketAddress(address, port),
                                               share_of(deadline, left--), cancellation);
        } catch (const StreamError& error) {
            failure = error.what();
        } catch (const Poco::Exception& error) {
            failure = error.displayText();
        }
    }
    throw StreamError(failure, false);
}

}  // namespace send_text
