#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "carrier/kept_texts.hpp"
#include "carrier/simulator_clock.hpp"
#include "carrier/state_file.hpp"
#include "carrier/zipwhip/page.hpp"

namespace mock_host::zipwhip {

/// One text as the carrier keeps it.
struct Message {
    std::int64_t id = 0;
    std::string line;    ///< ours, E.164
    std::string number;  ///< the handset's, E.164
    bool inbound = false;
    std::string body;
    bool has_attachment = false;
    Moment created;
    std::optional<Moment> delivered;
    bool failed = false;
    std::optional<Moment> read;
    std::optional<Moment> deleted;  ///< only of one that has just been removed
};

/// All texts between a line and a number, in short.
struct Conversation {
    Message newest;
    Moment begun;  ///< when the oldest of its texts was created
    std::size_t messages = 0;
    std::size_t unread = 0;  ///< inbound ones that nobody has read
};

/// The carrier's texts. Ids rise, and are neighbours: whoever reads them as doubles mixes them up. They go on
/// rising over a restart, since they begin at the system's time, or after the last that the file has kept.
/// [thread-safe]
class MessageStore {
  public:
    /// With the texts that the file has kept; nullptr keeps nothing.
    explicit MessageStore(StateFile* file = nullptr);

    /// Keeps a text and returns it with its id. An inbound one counts as delivered.
    Message add(const std::string& line, const std::string& number, bool inbound, const std::string& body,
                Moment when, bool has_attachment = false);
    /// The changed text, or nothing if there is none of this id or it had been delivered before.
    std::optional<Message> mark_delivered(std::int64_t id, Moment when);
    /// The changed text, or nothing if there is none of this id.
    std::optional<Message> mark_failed(std::int64_t id);
    /// The changed text, or nothing if the line has none of this id or it had been read before.
    std::optional<Message> mark_read(const std::string& line, std::int64_t id, Moment when);
    /// Takes a text away and returns it; nothing if the line has none of this id.
    std::optional<Message> remove(const std::string& line, std::int64_t id, Moment when);
    /// Takes all texts between the line and a number away and returns them, oldest first.
    std::vector<Message> remove_with(const std::string& line, const std::string& number, Moment when);

    std::optional<Message> find(const std::string& line, std::int64_t id) const;
    /// Of those that were made by then.
    Page<Message> messages(const std::string& line, Range range, Moment made_by = Moment::max()) const;
    Page<Message> messages_with(const std::string& line, const std::string& number, Range range) const;
    /// The conversation with the newest text first.
    Page<Conversation> conversations(const std::string& line, Range range) const;

    /// Forgets all texts, but not how far the ids have come.
    void clear();

  private:
    /// Nothing, unless there is a text of this id which `may_change`; returns it as changed.
    std::optional<Message> change(std::int64_t id, const std::function<bool(const Message&)>& may_change,
                                  const std::function<void(Message&)>& change);

    const Kept kept_ids_;
    mutable std::mutex mutex_;
    std::int64_t next_id_;
    KeptTexts<std::int64_t, Message> messages_;  // by id: oldest first
};

}  // namespace mock_host::zipwhip
