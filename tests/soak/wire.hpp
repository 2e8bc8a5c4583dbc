#pragma once

#include <nlohmann/json.hpp>
#include <optional>

namespace soak {

/// One end of the talk between the world and the plug-in's process: whole messages, in order.
class Wire {
  public:
    /// Owns the socket.
    explicit Wire(int socket) : socket_(socket) {}
    ~Wire();
    Wire(const Wire&) = delete;
    Wire& operator=(const Wire&) = delete;

    /// A message to a process that is gone is lost.
    void send(const nlohmann::json& message);

    /// The next message; nothing when the other process is gone.
    std::optional<nlohmann::json> receive();

  private:
    bool read_all(char* data, std::size_t size) const;

    int socket_;
};

}  // namespace soak
