#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace send_text {

/// Reads a body in chunks (RFC 9112, 7.1), however its bytes arrive. Extensions and trailers are passed over,
/// 16 KiB of them at most.
class ChunkedBody {
  public:
    /// Takes bytes and appends what belongs to the body. True at its end; then no more may be given, and what
    /// is left of `bytes` is not the body's. Throws HttpRefusal.
    bool take(std::string_view bytes, std::string& body);

  private:
    enum class Part { size, data, end_of_data, trailers, done };

    bool take_line(std::string_view& bytes);
    void end_line(const std::string& body);
    void begin_chunk(const std::string& body);
    void count_beside(std::size_t bytes);

    Part part_ = Part::size;
    std::string line_;              ///< what has come of the line that is being read, its end left out
    std::size_t left_ = 0;          ///< of the chunk
    std::size_t beside_bytes_ = 0;  ///< extensions and trailers so far
};

}  // namespace send_text
