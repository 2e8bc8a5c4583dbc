// Sockets that a program which the host starts does not inherit.

#include <Poco/Net/SocketAddress.h>
#include <fcntl.h>

#include <catch2/catch_test_macros.hpp>

#include "net/private_sockets.hpp"

using namespace send_text;

namespace {

bool is_private(const Poco::Net::Socket& socket) {
    return (::fcntl(socket.impl()->sockfd(), F_GETFD) & FD_CLOEXEC) != 0;
}

}  // namespace

TEST_CASE("what is connected, listened with and accepted stays in this process") {
    Poco::Net::ServerSocket server = private_server_socket();
    server.bind(Poco::Net::SocketAddress("127.0.0.1", 0), true, false);
    server.listen();
    Poco::Net::StreamSocket client = private_stream_socket();
    client.connect(server.address(), Poco::Timespan(20, 0));
    Poco::Net::SocketAddress from;
    Poco::Net::StreamSocket accepted = server.acceptConnection(from);
    CHECK(is_private(server));
    CHECK(is_private(client));
    CHECK(is_private(accepted));
    CHECK(from == client.address());
    CHECK(accepted.peerAddress() == client.address());

    client.sendBytes("hello", 5);
    char received[5] = {};
    CHECK(accepted.receiveBytes(received, sizeof received) == 5);
}
