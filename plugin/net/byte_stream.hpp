#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

#include "core/cancellation.hpp"

namespace Poco::Net {
class StreamSocket;
}

namespace send_text {

/// The end of waiting, on a clock that nobody sets back.
using Deadline = std::chrono::steady_clock::time_point;

/// A stream broke or took too long. what() is a part of a sentence ("the connection was closed").
class StreamError : public std::runtime_error {
  public:
    explicit StreamError(const std::string& message, bool bytes_left = true)
        : std::runtime_error(message), bytes_left_(bytes_left) {}

    /// Of a failed write: whether any byte of it has left this machine's program.
    bool bytes_left() const { return bytes_left_; }

  private:
    bool bytes_left_;
};

/// A connection on which each step has a deadline, however slowly the other side drips.
class ByteStream {
  public:
    virtual ~ByteStream() = default;

    /// Writes all of `data`. Throws StreamError.
    virtual void write(std::string_view data, Deadline deadline) = 0;

    /// Waits for at least one byte and returns how many there are; 0 at the orderly end. Throws StreamError.
    virtual std::size_t read(char* buffer, std::size_t size, Deadline deadline) = 0;

    /// Whether an idle connection can carry a request: the other side has neither closed it nor said
    /// something that nobody asked for. Does not wait.
    virtual bool is_quiet() = 0;
};

/// Connects by TCP, trying the host's addresses in turn. Throws StreamError. A cancellation ends the
/// connecting and, later, the connection: what waits for the other side then waits no longer, but throws
/// StreamError, too. `cancellation` must outlive the stream.
std::unique_ptr<ByteStream> connect_tcp(const std::string& host, std::uint16_t port, Deadline deadline,
                                        const Cancellation& cancellation);

/// For a connection that keeps nobody waiting (setBlocking(false)). Writes what it takes at once; the rest is
/// lost. Throws nothing: a broken connection shows when it is read.
void write_at_once(Poco::Net::StreamSocket& socket, std::string_view data) noexcept;

/// The same for reading: how many bytes were there; 0 at the end, orderly or not; nothing when there is
/// nothing yet.
std::optional<std::size_t> read_at_once(Poco::Net::StreamSocket& socket, char* buffer,
                                        std::size_t size) noexcept;

}  // namespace send_text
