#pragma once

#include "carrier/callback_poster.hpp"
#include "carrier/telnyx/accounts.hpp"
#include "carrier/telnyx/message_store.hpp"

namespace mock_host::telnyx {

/// Posts events to the customer, signed with the key of its account: three times at most to a message's
/// address, and then to its failover address, each time with the same event, until one is taken.
/// [thread-safe]
class Webhooks {
  public:
    Webhooks(const Accounts& accounts, CallbackPoster& poster, const SimulatorClock& clock)
        : accounts_(accounts), poster_(poster), clock_(clock) {}

    /// "message.sent", "message.finalized" or "message.received".
    void post_event(const std::string& event_type, const Message& message) const;

  private:
    const Accounts& accounts_;
    CallbackPoster& poster_;
    const SimulatorClock& clock_;
};

}  // namespace mock_host::telnyx
