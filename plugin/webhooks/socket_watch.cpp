#include "webhooks/socket_watch.hpp"

#include <Poco/Net/SocketImpl.h>

#ifdef _WIN32
#include <winsock2.h>
#else
#include <poll.h>
#endif

namespace send_text {

std::vector<Poco::Net::Socket> SocketWatch::wait(std::chrono::milliseconds max_wait) const {
    std::vector<Poco::Net::Socket> watched(sockets_.begin(), sockets_.end());
    std::vector<pollfd> asked;
    asked.reserve(watched.size());
    for (const Poco::Net::Socket& socket : watched)
        asked.push_back({.fd = socket.impl()->sockfd(), .events = POLLIN, .revents = 0});
    const auto timeout = static_cast<int>(max_wait.count());
#ifdef _WIN32
    WSAPoll(asked.data(), static_cast<ULONG>(asked.size()), timeout);
#else
    ::poll(asked.data(), asked.size(), timeout);
#endif
    std::vector<Poco::Net::Socket> ready;
    for (std::size_t at = 0; at < asked.size(); ++at)
        if (asked[at].revents != 0) ready.push_back(watched[at]);
    return ready;
}

}  // namespace send_text
