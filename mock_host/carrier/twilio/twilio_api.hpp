#pragma once

#include <string>

#include "carrier/carrier.hpp"
#include "carrier/twilio/accounts.hpp"
#include "carrier/twilio/message_store.hpp"
#include "carrier/twilio/webhooks.hpp"

namespace mock_host::twilio {

/// Twilio's Programmable Messaging (2010-04-01), texts only: create, list, fetch and cancel messages. A text
/// is `queued` (`accepted` with a messaging service) in the answer to its creation, then at once `sent`, and
/// `delivered` when its handset takes it or `undelivered` if that loses it. A scheduled text stays
/// `scheduled` until it is cancelled: its time never comes. Media are counted, not sent. [thread-safe]
class TwilioApi : public Carrier {
  public:
    /// All references must outlive this.
    TwilioApi(const SimulatorClock& clock, Handsets& handsets, CallbackPoster& poster);

    std::string name() const override { return "twilio"; }
    bool serves(const std::string& path) const override;
    ApiAnswer answer(const ApiRequest& request) override;
    ApiAnswer error(int code, const std::string& message) const override;
    void add_account(const CarrierAccount& account) override;
    bool has_line(const std::string& line) const override;
    std::string take_reply(const std::string& from, const HandsetText& reply) override;
    void text_arrived(const HandsetText& text) override;
    void reset() override;

  private:
    ApiAnswer answer_list(const ApiRequest& request, const std::string& account_sid);
    ApiAnswer answer_message(const ApiRequest& request, const std::string& account_sid,
                             const std::string& message_sid);
    ApiAnswer cancel(const ApiRequest& request, const std::string& account_sid,
                     const std::string& message_sid);
    void mark_ended(const std::string& message_sid, std::optional<int> error_code);

    // message_creation.cpp
    ApiAnswer create(const ApiRequest& request, const std::string& account_sid);
    std::string sender_of(const ApiRequest& request, const std::string& account_sid,
                          const std::string& service_sid);
    std::string recipient_of(const ApiRequest& request, const std::string& sender) const;
    bool is_scheduled(const ApiRequest& request, const std::string& service_sid) const;
    void send(const Message& message, const std::string& sender);

    const SimulatorClock& clock_;
    Handsets& handsets_;
    Accounts accounts_;
    MessageStore messages_;
    Webhooks webhooks_;
};

}  // namespace mock_host::twilio
