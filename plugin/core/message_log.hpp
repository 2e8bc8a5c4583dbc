#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>
#include <vector>

#include "core/record.hpp"

namespace send_text {

/// A conversation batch as the host's message.
struct LoggedMessage {
    std::string key;  ///< the same key again is the same message
    std::string action_code;
    std::string text;
    std::int64_t author_rep_id = 0;  ///< 0: nobody of the office wrote
    std::vector<RecordRef> records;
};

/// The host did not take a message; what() is in words.
class MessageLogError : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

/// The host's messages on its records. Blocks on the host's data.
/// Threads: any but the main one.
class MessageLog {
  public:
    virtual ~MessageLog() = default;

    /// Adds it once, whatever is repeated, and returns the host's id of it. Records that are gone are left
    /// out by the host; when all are, the result is empty: there is nowhere to log. Throws MessageLogError.
    virtual std::string add(const LoggedMessage& message) = 0;
};

}  // namespace send_text
