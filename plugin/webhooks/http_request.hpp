#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>

namespace send_text {

inline constexpr std::size_t max_head_bytes = 16 << 10;
inline constexpr std::size_t max_body_bytes = 64 << 10;

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
    std::string target;                          ///< as asked
    std::map<std::string, std::string> headers;  ///< by name in lower case; of several, joined by ", "
    std::string body;
};

/// Appends to a text that is to be wiped: when it needs other memory, what stood in the old one is wiped too.
void append_to_wiped(std::string& text, std::string_view more);

}  // namespace send_text
