#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "core/cancellation.hpp"
#include "core/secret.hpp"
#include "net/byte_stream.hpp"
#include "net/http_client.hpp"
#include "net/tls_stream.hpp"

namespace Poco::Net {
class HTTPRequest;
class HTTPResponse;
}  // namespace Poco::Net

namespace send_text {

struct HttpLimits {
    std::chrono::milliseconds connect_timeout{10'000};  ///< TCP and TLS together
    std::chrono::milliseconds answer_timeout{20'000};  ///< from the request's first byte to the answer's last
    std::size_t max_answer_bytes = std::size_t{16} << 20U;  ///< a page of the longest texts, all escaped
    /// A connection idle for longer is not used again, unless the server names another time (Keep-Alive:
    /// timeout). Common servers close after 5 s; a request that meets the closing is one of unknown fate.
    std::chrono::milliseconds idle_timeout{4'000};
};

/// HTTP and HTTPS on Poco::Net's sockets, the connection kept alive. What it makes of a request is wiped once
/// that has left; a GET's form is not, so it must hold no secret. Poco's own HTTPClientSession is not
/// used: it resends a request whose connection turns out stale, and its time-out starts again with each byte.
class PocoHttpClient final : public HttpClient {
  public:
    /// `base_url` is http(s)://host[:port][/path]; `ca_file` is PEM, empty for the system's certificates.
    /// Connects later. A cancellation closes the connection, whatever is under way on it, and no request
    /// begins after it; `cancellation` must outlive this. Throws std::invalid_argument, in words.
    PocoHttpClient(const std::string& base_url, const std::string& ca_file, const HttpLimits& limits,
                   const Cancellation& cancellation, const std::optional<HttpLogin>& login = std::nullopt);
    ~PocoHttpClient() override;

    HttpAnswer post(const std::string& path, const Form& form) override;
    HttpAnswer get(const std::string& path, const Form& form) override;
    HttpAnswer post_json(const std::string& path, const std::string& body) override;

  private:
    HttpAnswer exchange(Poco::Net::HTTPRequest& request, const std::string& body);
    void send(const Poco::Net::HTTPRequest& request, const std::string& body, Deadline deadline);
    void connect();
    bool connection_is_usable();
    void keep_or_close(const Poco::Net::HTTPResponse& response, bool may_be_reused);
    HttpError error(HttpError::Kind kind, const StreamError& cause) const;
    HttpError cancelled(HttpError::Kind kind) const;
    std::string where() const;

    HttpLimits limits_;
    const Cancellation& cancellation_;
    std::string host_;
    std::uint16_t port_ = 0;
    std::string base_path_;
    Secret authorization_;             // the header's value; empty: none
    std::unique_ptr<TlsTrust> trust_;  // null for plain HTTP
    std::unique_ptr<ByteStream> connection_;
    Deadline usable_until_;
};

}  // namespace send_text
