#pragma once

#include <cstddef>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "carrier/kept_texts.hpp"
#include "carrier/simulator_clock.hpp"

namespace mock_host::telnyx {

enum class Status { scheduled, queued, sent, delivered, sending_failed, delivery_failed, cancelled };

/// One text as the carrier keeps it.
struct Message {
    std::string id;
    std::string profile_id;
    std::string from;  ///< E.164
    std::string to;    ///< E.164
    std::string text;
    bool inbound = false;
    Status status = Status::queued;
    bool is_gsm = true;  ///< how it is encoded; else UTF-16
    std::size_t parts = 1;
    std::vector<std::string> media = {};  ///< their addresses
    std::optional<int> error_code = {};
    std::string webhook_url = {};  ///< where its events are posted; empty: nowhere
    std::string failover_url = {};
    std::string autoresponse = {};  ///< of an inbound one that the carrier answers by itself: "STOP", "START"
    Moment received;                ///< by the carrier
    std::optional<Moment> send_at = {};  ///< when a scheduled one is to leave
    std::optional<Moment> sent = {};
    std::optional<Moment> completed = {};
};

/// The carrier's texts. [thread-safe]
class MessageStore {
  public:
    /// With the texts that the file has kept; nullptr keeps nothing.
    explicit MessageStore(StateFile* file = nullptr);

    /// Keeps a text under a new id and returns it with that.
    Message add(Message message);
    /// Takes the scheduled texts whose time has come, the earliest first; from now on they are `queued`.
    std::vector<Message> take_due(Moment now);
    /// A text has left. Nothing if there is none of this id.
    std::optional<Message> mark_sent(const std::string& id, Moment when);
    /// A text could not leave. Nothing if there is none of this id.
    std::optional<Message> mark_failed(const std::string& id, int error_code, Moment when);
    /// What became of a text that was sent: delivered, or not for a reason. Nothing if there is no text of
    /// this id or it is known already.
    std::optional<Message> mark_ended(const std::string& id, std::optional<int> error_code, Moment when);
    /// Nothing if the text does not wait for a time that is more than a minute away.
    std::optional<Message> cancel(const std::string& id, Moment now);

    std::optional<Message> find(const std::string& id) const;
    void clear();

  private:
    /// Nothing, unless there is a text of this id which `may_change`; returns it as changed.
    std::optional<Message> change(const std::string& id,
                                  const std::function<bool(const Message&)>& may_change,
                                  const std::function<void(Message&)>& change);

    mutable std::mutex mutex_;
    KeptTexts<std::string, Message> messages_;  // by id
};

}  // namespace mock_host::telnyx
