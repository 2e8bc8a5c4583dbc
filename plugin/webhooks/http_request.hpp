#pragma once

#include <map>
#include <string>
#include <string_view>

#include "gateway/byte_stream.hpp"

namespace send_text {

/// Why a request is not served, as an HTTP status.
struct HttpRefusal {
    int status = 0;
};

/// One HTTP/1 request. What may be a secret or a message in it is wiped at its end.
struct HttpRequest {
    HttpRequest() = default;
    ~HttpRequest();
    HttpRequest(const HttpRequest&) = delete;
    HttpRequest& operator=(const HttpRequest&) = delete;

    /// The value of a header, empty if it is not there. `name` is in lower case.
    std::string_view header(const std::string& name) const;

    std::string method;
    std::string target;                          ///< path and query, as asked
    std::map<std::string, std::string> headers;  ///< by name in lower case; of several, joined by ", "
    std::string body;
};

/// Reads one request into `request`, all of it or an error: head of at most 16 KiB, body of at most 64 KiB
/// and of an announced length (411 otherwise: carriers and proxies announce it). Throws HttpRefusal (408 at
/// the deadline), and StreamError when nobody asked for anything.
void read_request(ByteStream& stream, Deadline deadline, HttpRequest& request);

}  // namespace send_text
