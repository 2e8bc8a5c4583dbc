#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "carrier/simulator_clock.hpp"

namespace mock_host::zipwhip {

/// One text as the carrier keeps it.
struct Message {
    std::int64_t id = 0;
    std::string line;    ///< ours, E.164
    std::string number;  ///< the handset's, E.164
    bool inbound = false;
    std::string body;
    Moment created;
    std::optional<Moment> delivered;
    bool failed = false;
    std::optional<Moment> read;
};

/// All texts between a line and a number, in short.
struct Conversation {
    Message newest;
    std::size_t messages = 0;
    std::size_t unread = 0;  ///< inbound ones that nobody has read
};

/// A part of a list, newest first, and how long the whole is.
template <typename Item>
struct Page {
    std::vector<Item> items;
    std::size_t total = 0;
};

/// What a page shall hold.
struct Range {
    std::size_t start = 0;  ///< 0 is the newest
    std::size_t limit = 0;
};

/// The carrier's texts. Ids rise, and are neighbours: whoever reads them as doubles mixes them up. They go on
/// rising over a restart, since they begin at the system's time. [thread-safe]
class MessageStore {
  public:
    MessageStore();

    /// Keeps a text and returns it with its id. An inbound one counts as delivered.
    Message add(const std::string& line, const std::string& number, bool inbound, const std::string& body,
                Moment when);
    /// The changed text, or nothing if there is none of this id or it had been delivered before.
    std::optional<Message> mark_delivered(std::int64_t id, Moment when);
    /// The changed text, or nothing if there is none of this id.
    std::optional<Message> mark_failed(std::int64_t id);
    /// False if the line has no text of this id.
    bool mark_read(const std::string& line, std::int64_t id, Moment when);

    Page<Message> messages(const std::string& line, Range range) const;
    Page<Message> messages_with(const std::string& line, const std::string& number, Range range) const;
    /// The conversation with the newest text first.
    Page<Conversation> conversations(const std::string& line, Range range) const;

    /// Forgets all texts, but not how far the ids have come.
    void clear();

  private:
    mutable std::mutex mutex_;
    std::int64_t next_id_;
    std::map<std::int64_t, Message> messages_;
};

}  // namespace mock_host::zipwhip
