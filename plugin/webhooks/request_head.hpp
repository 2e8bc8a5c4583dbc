#pragma once

#include <cstddef>
#include <string_view>

#include "webhooks/http_request.hpp"

namespace send_text {

/// How the end of a request's body is known.
struct BodyFraming {
    bool is_chunked = false;
    std::size_t size = 0;          ///< when it is not
    bool waits_for_leave = false;  ///< it is sent after "100 Continue"
};

/// Reads a head, the empty line at its end left out, into `request`. Lines end with CR LF, or with LF alone,
/// as old clients write them. Whatever two readers could understand differently is refused: two lengths, a
/// length beside chunks, a blank before a colon, folded lines, control characters (RFC 9112). Throws
/// HttpRefusal.
BodyFraming parse_head(std::string_view head, HttpRequest& request);

/// The name and the value of a header line without its line end. Throws HttpRefusal when it is none.
struct HeaderLine {
    std::string_view name;
    std::string_view value;
};
HeaderLine parse_header_line(std::string_view line);

}  // namespace send_text
