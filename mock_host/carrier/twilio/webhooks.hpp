#pragma once

#include "carrier/callback_poster.hpp"
#include "carrier/twilio/accounts.hpp"
#include "carrier/twilio/message_store.hpp"

namespace mock_host::twilio {

/// Posts forms to the customer, signed with the account's auth token. Of an account that was let in without
/// being given, that is the token it came with last; one that came with API keys only gets no signature. What
/// the receiver answers is not read: no TwiML is carried out. [thread-safe]
class Webhooks {
  public:
    Webhooks(const Accounts& accounts, CallbackPoster& poster) : accounts_(accounts), poster_(poster) {}

    /// A text has a new status: to its StatusCallback.
    void post_status(const Message& message) const;
    /// An inbound text has come: to the account's `sms_url`.
    void post_inbound(const Message& message) const;

  private:
    void post(const std::string& url, const Message& message, const Parameters& more) const;

    const Accounts& accounts_;
    CallbackPoster& poster_;
};

}  // namespace mock_host::twilio
