#pragma once

#include <Poco/Net/Socket.h>

#include <chrono>
#include <set>
#include <vector>

namespace send_text {

/// Tells which of many sockets have something to read, or are over. Makes no file of its own, as Poco's
/// PollSet does, which a program that the host starts would inherit.
/// Threads: any, one at a time.
class SocketWatch {
  public:
    void add(const Poco::Net::Socket& socket) { sockets_.insert(socket); }
    void remove(const Poco::Net::Socket& socket) { sockets_.erase(socket); }

    /// Waits until there are some, or for so long. May return none before.
    std::vector<Poco::Net::Socket> wait(std::chrono::milliseconds max_wait) const;

  private:
    std::set<Poco::Net::Socket> sockets_;
};

}  // namespace send_text
