#pragma once

#include <cstddef>
#include <string>

#include "net/byte_stream.hpp"

namespace Poco::Net {
class HTTPResponse;
}

namespace send_text {

/// Reads one HTTP/1.1 answer off a stream, all of it or an error: a body that ends early is never taken for
/// a whole one.
class AnswerReader {
  public:
    /// `max_bytes` bounds head and body together.
    AnswerReader(ByteStream& stream, Deadline deadline, std::size_t max_bytes)
        : stream_(stream), deadline_(deadline), max_bytes_(max_bytes) {}

    /// Fills in status and header, and returns the body. Once. Throws StreamError.
    std::string read(Poco::Net::HTTPResponse& response);

    /// Whether the stream stands right behind the answer, and the server means to go on.
    bool may_be_reused() const { return may_be_reused_; }

  private:
    void read_head(Poco::Net::HTTPResponse& response);
    std::string read_body(const Poco::Net::HTTPResponse& response);
    std::string read_chunks();
    std::string read_to_end();
    std::string take_line();
    std::string take(std::size_t size);
    bool fill();

    ByteStream& stream_;
    Deadline deadline_;
    std::size_t max_bytes_;
    std::size_t received_ = 0;
    std::string buffer_;  // received and not yet taken
    bool may_be_reused_ = false;
};

}  // namespace send_text
