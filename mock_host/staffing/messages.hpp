#pragma once

#include <optional>
#include <string_view>

#include "mock_host/staffing/person.hpp"

namespace mock_host {

class Connection;

/// A message to be logged.
struct NewMessage {
    std::string key;  ///< makes logging idempotent; empty for a message that a person writes
    std::string action_code;
    std::string text;
    std::int64_t author_user_id = 0;  ///< 0: nobody of the office
    std::vector<RecordKey> links;     ///< the records it is logged on, at least one
    std::int64_t created_at_ms = 0;   ///< the host's clock, since 1970 in UTC
};

/// A message that was logged on its records.
struct Message {
    std::int64_t id = 0;
    std::string key;
    std::string action_code;
    std::string text;
    std::int64_t author_user_id = 0;
    std::vector<RecordKey> links;  ///< by kind and id
    std::int64_t created_at_ms = 0;

    bool operator==(const Message&) const = default;
};

struct AddedMessage {
    std::int64_t id = 0;
    bool already_there = false;  ///< the key was known: nothing was written
};

/// The message log of all records. [thread-safe]
class Messages {
  public:
    explicit Messages(Connection& connection) : connection_(connection) {}

    /// Logs the message, sets its code as the `last_message` of linked employees, and applies the code's side
    /// effect. A known key returns the message that has it, whatever else is passed. Throws NotFound for an
    /// unknown code, author or record (a merged or deleted one is unknown), and InvalidInput for an inactive
    /// code, a code not relevant to a linked kind, a zero byte in the text, or no link at all.
    AddedMessage add(const NewMessage& message);

    std::optional<Message> find(std::int64_t message_id) const;
    std::optional<Message> find_by_key(std::string_view key) const;
    std::int64_t last_id() const;  ///< 0: there is none

    /// Newest first. Empty for a record that does not exist.
    std::vector<Message> of_record(const RecordKey& key) const;

  private:
    Connection& connection_;
};

}  // namespace mock_host
