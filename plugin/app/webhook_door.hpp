#pragma once

#include <functional>
#include <memory>
#include <string>

#include "accounts/account_service.hpp"
#include "core/mutex.hpp"
#include "webhooks/recent_events.hpp"
#include "webhooks/webhook_listener.hpp"

namespace send_text {

/// Where carriers knock: listens at the address that is set, knows who is allowed, and has their line polled.
/// A webhook is a hint: what arrived is read from the carrier's list (docs/decisions/0009).
class WebhookDoor {
  public:
    /// `poll_line` is called on a thread of the listener.
    WebhookDoor(const AccountService& accounts, const CurrentSettings& settings, Log& log,
                std::function<void(const std::string& line)> poll_line);

    /// Listens there from now on; empty: nowhere. Throws std::runtime_error, in words, when it cannot be;
    /// then it listens where it did. Any thread.
    void listen_at(const std::string& address);

    /// Whether a call may be made. One that may has its line polled, unless it tells what was told before:
    /// carriers repeat a call whose answer they missed, and so can whoever overheard one. Any thread.
    bool accept(const WebhookCall& call);

  private:
    std::unique_ptr<WebhookListener> listener_at(const std::string& address);
    std::string line_of(const WebhookCall& call) const;

    const AccountService& accounts_;
    const CurrentSettings& settings_;
    Log& log_;
    std::function<void(const std::string& line)> poll_line_;
    RecentEvents events_;
    Mutex changing_;
    std::string address_ GUARDED_BY(changing_);
    std::unique_ptr<WebhookListener> listener_ GUARDED_BY(changing_);
};

}  // namespace send_text
