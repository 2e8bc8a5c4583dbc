#include <Poco/Net/DNS.h>
#include <Poco/Net/HostEntry.h>
#include <Poco/Net/IPAddress.h>
#include <Poco/Net/NetException.h>
#include <Poco/Net/SocketAddress.h>
#include <Poco/Net/StreamSocket.h>
#include <Poco/Timespan.h>

#include <algorithm>
#include <limits>
#include <vector>

#include "gateway/byte_stream.hpp"
#include "gateway/private_sockets.hpp"

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

class TcpStream final : public ByteStream {
  public:
    explicit TcpStream(const Poco::Net::StreamSocket& socket) : socket_(socket) {
        socket_.setNoDelay(true);
        socket_.setBlocking(false);
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
    // The deadline is checked before each step, so that a stream that is always ready ends too.
    bool wait(int mode, Deadline deadline) {
        while (std::chrono::steady_clock::now() < deadline) {
            if (socket_.poll(left_until(deadline), mode)) return true;
        }
        return false;
    }

    Poco::Net::StreamSocket socket_;
};

/// A name is looked up. What is an address already is not: Poco would look up the name that belongs to it,
/// into a buffer that all threads of the process share.
std::vector<Poco::Net::IPAddress> addresses_of(const std::string& host) {
    Poco::Net::IPAddress address;
    if (Poco::Net::IPAddress::tryParse(host, address)) return {address};
    return Poco::Net::DNS::resolve(host).addresses();
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

std::unique_ptr<ByteStream> connect_tcp(const std::string& host, std::uint16_t port, Deadline deadline) {
    std::string failure = "the name has no address";
    try {
        auto addresses = addresses_of(host);
        // IPv4 first: a dead IPv6 route is the commonest reason to wait for nothing.
        std::stable_partition(addresses.begin(), addresses.end(), [](const Poco::Net::IPAddress& address) {
            return address.family() == Poco::Net::IPAddress::IPv4;
        });
        auto tries_left = static_cast<Poco::Int64>(addresses.size());
        for (const auto& address : addresses) {
            const Poco::Timespan share = left_until(deadline).totalMicroseconds() / tries_left--;
            try {
                Poco::Net::StreamSocket socket = private_stream_socket();
                socket.connect(Poco::Net::SocketAddress(address, port), share);
                return std::make_unique<TcpStream>(socket);
            } catch (const Poco::Exception& error) {
                failure = error.displayText();
            }
        }
    } catch (const Poco::Exception& error) {
        failure = error.displayText();
    }
    throw StreamError(failure, false);
}

}  // namespace send_text
