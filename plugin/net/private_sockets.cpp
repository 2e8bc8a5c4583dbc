#include "net/private_sockets.hpp"

#include <Poco/Net/ServerSocketImpl.h>
#include <Poco/Net/SocketAddress.h>
#include <Poco/Net/StreamSocketImpl.h>

#include <cerrno>

#ifndef _WIN32
#include <sys/socket.h>
#endif

namespace send_text {
namespace {

using Poco::Net::SocketAddress;
using Poco::Net::SocketImpl;

#ifdef SOCK_CLOEXEC
constexpr int private_stream = SOCK_STREAM | SOCK_CLOEXEC;
#else
constexpr int private_stream = SOCK_STREAM;  // Windows hands nothing down unasked
#endif

class PrivateStreamImpl final : public Poco::Net::StreamSocketImpl {
  protected:
    void init(int family) override { initSocket(family, private_stream); }
};

class PrivateServerImpl final : public Poco::Net::ServerSocketImpl {
  public:
#ifdef SOCK_CLOEXEC
    SocketImpl* acceptConnection(SocketAddress& client) override {
        sockaddr_storage address{};
        socklen_t size = sizeof address;
        int accepted = -1;
        do {
            accepted = ::accept4(sockfd(), reinterpret_cast<sockaddr*>(&address), &size, SOCK_CLOEXEC);
        } while (accepted < 0 && errno == EINTR);
        if (accepted < 0) error();
        client = SocketAddress(reinterpret_cast<const sockaddr*>(&address), size);
        return new Poco::Net::StreamSocketImpl(accepted);
    }
#endif

  protected:
    void init(int family) override {
        initSocket(family, private_stream);
    }
};

// The constructors that take an implementation are for derived classes.
struct PrivateStream : Poco::Net::StreamSocket {
    PrivateStream() : StreamSocket(new PrivateStreamImpl) {}
};
struct PrivateServer : Poco::Net::ServerSocket {
    PrivateServer() : ServerSocket(new PrivateServerImpl, true) {}
};

}  // namespace

Poco::Net::StreamSocket private_stream_socket() {
    return PrivateStream();
}

Poco::Net::ServerSocket private_server_socket() {
    return PrivateServer();
}

}  // namespace send_text
