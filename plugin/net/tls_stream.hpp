#pragma once

#include <memory>
#include <string>

#include "net/byte_stream.hpp"

struct ssl_ctx_st;

namespace send_text {

/// Whom to trust, for the TLS connections of one client.
///
/// OpenSSL is used directly and not through Poco::Net::Context, because that one makes process-wide state
/// that the host may share (the SSLManager singleton; CONF_modules_free() when the last context goes).
class TlsTrust {
  public:
    /// `ca_file` is PEM; empty means the system's certificates. Throws std::invalid_argument, in words, for a
    /// file that cannot be used.
    explicit TlsTrust(const std::string& ca_file);

    ssl_ctx_st* context() const { return context_.get(); }

  private:
    struct Free {
        void operator()(ssl_ctx_st* context) const;
    };
    std::unique_ptr<ssl_ctx_st, Free> context_;
};

/// Starts TLS (1.2 or newer) on a connection, and verifies the certificate and that it is `host`'s, which is
/// a name or an IP address. Throws StreamError; nothing of a request has left then.
std::unique_ptr<ByteStream> start_tls(const TlsTrust& trust, std::unique_ptr<ByteStream> connection,
                                      const std::string& host, Deadline deadline);

}  // namespace send_text
