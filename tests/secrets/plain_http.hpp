#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstdint>
#include <cstring>
#include <stdexcept>
#include <string>

namespace secrets {

/// Asks a server on this machine, and returns the answer's body. Poco's HTTP keeps its buffers for the next
/// request, and with them what the test is looking for.
inline std::string ask(const std::string& base_url, const std::string& method, const std::string& path,
                       const std::string& body) {
    const auto port = static_cast<std::uint16_t>(std::stoi(base_url.substr(base_url.rfind(':') + 1)));
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const int connection = socket(AF_INET, SOCK_STREAM, 0);
    if (connect(connection, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0)
        throw std::runtime_error("The carrier simulator cannot be reached.");
    const std::string request =
        method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" +
        "Content-Type: application/json\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" +
        body;
    if (send(connection, request.data(), request.size(), 0) != static_cast<ssize_t>(request.size()))
        throw std::runtime_error("The carrier simulator does not listen.");
    std::string answer;
    char part[4096] = {};
    for (ssize_t size = 1; size > 0;) {
        size = recv(connection, part, sizeof part, 0);
        if (size > 0) answer.append(part, static_cast<std::size_t>(size));
    }
    explicit_bzero(part, sizeof part);
    close(connection);
    if (!answer.starts_with("HTTP/1.1 200"))
        throw std::runtime_error("The carrier simulator refused " + path + ".");
    return answer.substr(answer.find("\r\n\r\n") + 4);
}

}  // namespace secrets
