#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "carrier/simulator_clock.hpp"

namespace mock_host::twilio {

enum class Status { accepted, queued, scheduled, sent, delivered, undelivered, canceled, received };

/// One text as the carrier keeps it.
struct Message {
    std::string sid;
    std::string account_sid;
    std::string service_sid;  ///< the messaging service; empty: none
    std::string from;         ///< E.164; empty while a messaging service has not chosen it
    std::string to;           ///< E.164
    std::string body;
    bool inbound = false;
    Status status = Status::queued;
    std::size_t media = 0;
    std::optional<int> error_code;
    std::string status_callback;  ///< where changes of the status are posted; empty: nowhere
    Moment created;
    Moment updated;
    std::optional<Moment> sent;
};

/// The carrier's texts. [thread-safe]
class MessageStore {
  public:
    /// Keeps a text under a new SID and returns it with that.
    Message add(Message message);
    /// A text has left from a line. Nothing if there is none of this SID.
    std::optional<Message> mark_sent(const std::string& sid, const std::string& line, Moment when);
    /// What became of a text that was sent: delivered, or undelivered for a reason. Nothing if there is no
    /// text of this SID or it is known already.
    std::optional<Message> mark_ended(const std::string& sid, std::optional<int> error_code, Moment when);
    /// Nothing if the account has no text of this SID which still waits for its time.
    std::optional<Message> cancel(const std::string& account_sid, const std::string& sid, Moment when);

    std::optional<Message> find(const std::string& account_sid, const std::string& sid) const;
    /// The account's texts that are wanted, newest first.
    std::vector<Message> matching(const std::string& account_sid,
                                  const std::function<bool(const Message&)>& is_wanted) const;
    void clear();

  private:
    mutable std::mutex mutex_;
    std::vector<Message> messages_;             // oldest first
    std::map<std::string, std::size_t> place_;  // in messages_, by SID
};

}  // namespace mock_host::twilio
