#include "webhooks/listening_socket.hpp"

#include <Poco/Net/NetException.h>
#include <Poco/Net/SocketAddress.h>

#include <charconv>
#include <cstdint>
#include <stdexcept>
#include <system_error>

#include "net/private_sockets.hpp"

namespace send_text {
namespace {

using Poco::Net::ServerSocket;

constexpr int max_waiting = 512;  // connections that the system keeps until they are accepted

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

}  // namespace

ServerSocket listen_at(const std::string& address) {
    check_form(address);
    try {
        ServerSocket socket = private_server_socket();
        socket.bind(Poco::Net::SocketAddress(address), true,
                    false);  // never beside another who listens there
        socket.listen(max_waiting);
        socket.setBlocking(false);  // who hangs up before he is accepted must not keep us waiting
        return socket;
    } catch (const Poco::Exception& error) {
        throw cannot_listen(address, reason_of(error));
    }
}

}  // namespace send_text
