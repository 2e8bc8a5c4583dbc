#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "carrier/kept_texts.hpp"
#include "carrier/simulator_clock.hpp"

namespace mock_host::twilio {

enum class Status { accepted, queued, scheduled, sent, delivered, undelivered, failed, canceled, received };

/// Whether a text has left, or never will: until then it can be neither redacted nor deleted.
bool is_complete(Status status);

/// One text as the carrier keeps it.
struct Message {
    std::string sid;
    std::string account_sid;
    std::string service_sid;  ///< the messaging service; empty: none
    std::string from;         ///< E.164; empty while a messaging service has not chosen it
    std::string sender;       ///< E.164: the line that it leaves from, or has left from; empty: inbound
    std::string to;           ///< E.164
    std::string body;
    bool inbound = false;
    Status status = Status::queued;
    std::size_t segments = 0;  ///< of the body, also when it has been redacted
    std::size_t media = 0;
    std::optional<int> error_code;
    std::string status_callback;  ///< where changes of the status are posted; empty: nowhere
    Moment created;
    Moment updated;
    std::optional<Moment> send_at;  ///< when a scheduled text is to leave
    std::optional<Moment> sent;
    std::size_t place = 0;  ///< counts on with every text; given by the store
};

/// The carrier's texts. [thread-safe]
class MessageStore {
  public:
    /// With the texts that the file has kept; nullptr keeps nothing.
    explicit MessageStore(StateFile* file = nullptr);

    /// Keeps a text under a new SID and returns it with that.
    Message add(Message message);
    /// Takes the scheduled texts whose time has come, the earliest first; from now on they are `accepted`.
    std::vector<Message> take_due(Moment now);
    /// A text has left from its line. Nothing if there is none of this SID.
    std::optional<Message> mark_sent(const std::string& sid, Moment when);
    /// A text could not leave. Nothing if there is none of this SID.
    std::optional<Message> mark_failed(const std::string& sid, int error_code, Moment when);
    /// What became of a text that was sent: delivered, or undelivered for a reason. Nothing if there is no
    /// text of this SID or it is known already.
    std::optional<Message> mark_ended(const std::string& sid, std::optional<int> error_code, Moment when);
    /// Nothing if the account has no text of this SID which still waits for its time.
    std::optional<Message> cancel(const std::string& account_sid, const std::string& sid, Moment when);
    /// Empties the body. Nothing if the account has no text of this SID that is complete.
    std::optional<Message> redact(const std::string& account_sid, const std::string& sid, Moment when);
    /// False if the account has no text of this SID that is complete.
    bool remove(const std::string& account_sid, const std::string& sid);

    std::optional<Message> find(const std::string& account_sid, const std::string& sid) const;
    /// The account's texts that are wanted, newest first.
    std::vector<Message> matching(const std::string& account_sid,
                                  const std::function<bool(const Message&)>& is_wanted) const;
    /// The place of a text, also of one that was removed; nothing if there never was one of this SID.
    std::optional<std::size_t> place_of(const std::string& sid) const;
    void clear();

  private:
    /// Nothing, unless there is a text of this SID which `may_change`; returns it as changed.
    std::optional<Message> change(const std::string& sid,
                                  const std::function<bool(const Message&)>& may_change,
                                  const std::function<void(Message&)>& change);

    mutable std::mutex mutex_;
    KeptTexts<std::size_t, Message> messages_;  // by place: oldest first
    std::map<std::string, std::size_t> place_;  // by SID; of removed ones as well
};

}  // namespace mock_host::twilio
