#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "accounts/account_service.hpp"
#include "core/mutex.hpp"
#include "core/time.hpp"
#include "gateway/carrier.hpp"
#include "model/line_id.hpp"
#include "webhooks/recent_events.hpp"
#include "webhooks/webhook_listener.hpp"

namespace send_text {

/// What comes of calls.
/// Threads: the listener's call workers.
struct WebhookHooks {
    /// Something happened on the line.
    std::function<void(const LineId& line)> poll_line;
    /// Keeps what the carrier of a line told, for good: what this throws keeps it from counting as told.
    std::function<void(const LineId& line, const std::vector<CarrierMessage>& messages)> keep_messages = {};
    /// The time by the clock of the line's carrier.
    std::function<TimePoint(const LineId& line)> carrier_now = {};
};

/// Where carriers knock: listens at the address that is set, knows who is allowed, and has their line polled.
/// A webhook is a hint: what arrived is read from the carrier's list (docs/decisions/0009). Of carriers that
/// have none it is kept, and polled for here.
/// Threads: the host's workers and the desk set the address, guarded by changing_; the listener's call
/// workers bring calls.
class WebhookDoor {
  public:
    WebhookDoor(const AccountService& accounts, const CurrentSettings& settings, Log& log,
                WebhookHooks hooks);

    /// Listens there from now on; empty: nowhere. Throws std::runtime_error, in words, when it cannot be;
    /// then it listens where it did. Any thread.
    void listen_at(const std::string& address);

    /// Whether a call may be made. One that may has its line polled, unless it tells what was told before:
    /// carriers repeat a call whose answer they missed, and so can whoever overheard one. Any thread.
    bool accept(const WebhookCall& call);

  private:
    std::unique_ptr<WebhookListener> listener_at(const std::string& address);
    std::optional<LineId> line_of(const WebhookCall& call, const Webhooks& webhooks) const;

    const AccountService& accounts_;
    const CurrentSettings& settings_;
    Log& log_;
    const WebhookHooks hooks_;
    RecentEvents events_;
    Mutex changing_;
    std::string address_ GUARDED_BY(changing_);
    std::unique_ptr<WebhookListener> listener_ GUARDED_BY(changing_);
};

}  // namespace send_text
