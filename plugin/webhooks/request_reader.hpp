#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "webhooks/chunked_body.hpp"
#include "webhooks/http_request.hpp"
#include "webhooks/request_head.hpp"

namespace send_text {

/// Reads one request from the bytes of a connection, however they arrive. It knows no sockets and never
/// waits. Keeps no more than a head of 16 KiB and a body of 64 KiB; what it kept is wiped at its end.
class RequestReader {
  public:
    RequestReader() = default;
    ~RequestReader();
    RequestReader(const RequestReader&) = delete;
    RequestReader& operator=(const RequestReader&) = delete;

    /// Takes what has arrived. True when the request is whole; then no more may be given, and what followed
    /// it is passed over. Throws HttpRefusal, and is of no more use then.
    bool take(std::string_view bytes);

    /// Whether the sender waits to be told "100 Continue" before it sends the body. True once.
    bool must_give_leave();

    /// Whether anything has arrived.
    bool has_begun() const { return has_begun_; }

    /// The request, once it is whole.
    HttpRequest& request() { return request_; }

  private:
    bool take_head(std::string_view& bytes);
    bool take_body(std::string_view bytes);

    bool has_begun_ = false;
    bool is_head_read_ = false;
    bool gives_leave_ = false;
    std::string head_;
    std::size_t line_begin_ = 0;  ///< of the line of the head that is being read
    BodyFraming framing_;
    ChunkedBody chunks_;
    HttpRequest request_;
};

}  // namespace send_text
