#include "soak/wire.hpp"

#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>
#include <string>

namespace soak {

Wire::~Wire() {
    close(socket_);
}

void Wire::send(const nlohmann::json& message) {
    std::string data(sizeof(std::uint32_t), '\0');
    data += message.dump();
    const auto size = static_cast<std::uint32_t>(data.size() - sizeof(std::uint32_t));
    data.replace(0, sizeof size, reinterpret_cast<const char*>(&size), sizeof size);
    for (std::size_t sent = 0; sent < data.size();) {
        const ssize_t count = ::send(socket_, data.data() + sent, data.size() - sent, MSG_NOSIGNAL);
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) return;
        sent += static_cast<std::size_t>(count);
    }
}

std::optional<nlohmann::json> Wire::receive() {
    std::uint32_t size = 0;
    if (!read_all(reinterpret_cast<char*>(&size), sizeof size)) return std::nullopt;
    std::string data(size, '\0');
    if (!read_all(data.data(), size)) return std::nullopt;
    return nlohmann::json::parse(data);
}

bool Wire::read_all(char* data, std::size_t size) const {
    while (size > 0) {
        const ssize_t count = recv(socket_, data, size, 0);
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) return false;
        data += count;
        size -= static_cast<std::size_t>(count);
    }
    return true;
}

}  // namespace soak
