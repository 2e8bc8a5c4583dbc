#pragma once

#include <string>
#include <vector>

namespace send_text {

/// Lays aside what the host has in OpenSSL's error queue of this thread, and puts it back at the end. OpenSSL
/// empties that queue when it begins a handshake, and believes what it finds there, so whoever uses it on a
/// thread of the host's has to do this.
class OpenSslErrorQueueGuard {
  public:
    OpenSslErrorQueueGuard();
    ~OpenSslErrorQueueGuard();
    OpenSslErrorQueueGuard(const OpenSslErrorQueueGuard&) = delete;
    OpenSslErrorQueueGuard& operator=(const OpenSslErrorQueueGuard&) = delete;

  private:
    struct Error {
        unsigned long code;
        std::string file;
        int line;
        std::string function;
        std::string data;
    };
    std::vector<Error> errors_;
};

}  // namespace send_text
