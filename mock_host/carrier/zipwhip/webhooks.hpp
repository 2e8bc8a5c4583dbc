#pragma once

#include <cstdint>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "carrier/callback_poster.hpp"
#include "carrier/state_file.hpp"
#include "carrier/zipwhip/message_store.hpp"

namespace mock_host::zipwhip {

/// A wish to be told of something that happens on a line.
struct Webhook {
    std::int64_t id = 0;
    std::string line;
    std::string type;   ///< "message"
    std::string event;  ///< "receive", "progress", …
    std::string url;
    std::string method;  ///< "POST", "PUT" or "GET"
};

/// The webhooks of all lines. Those of `message` are called for each of its events; `optout` `change`, whose
/// form is not public, is kept and listed only. By GET the fields stand in the address. [?] [thread-safe]
class Webhooks {
  public:
    /// With those that the file has kept; nullptr keeps nothing.
    explicit Webhooks(CallbackPoster& poster, StateFile* file = nullptr);

    /// Keeps a webhook and returns it with its id.
    Webhook add(Webhook webhook);
    std::vector<Webhook> of_line(const std::string& line) const;
    std::optional<Webhook> find(const std::string& line, std::int64_t id) const;
    /// Puts a webhook in place of the one with the same id; false if the line has none.
    bool update(const Webhook& webhook);
    /// False if the line has no webhook of this id.
    bool remove(const std::string& line, std::int64_t id);
    void clear();

    /// Tells whoever wants to know. Returns at once: posting happens elsewhere.
    void post_event(const std::string& event, const Message& message) const;

  private:
    void keep(const Webhook& webhook) const;  // with mutex_ held

    CallbackPoster& poster_;
    const Kept kept_;
    mutable std::mutex mutex_;
    std::int64_t next_id_ = 687'557'714;  // like those in the documentation
    std::map<std::int64_t, Webhook> webhooks_;
};

}  // namespace mock_host::zipwhip
