#pragma once

#include <mutex>
#include <optional>
#include <string>

#include "carrier/carrier.hpp"
#include "carrier/twilio/accounts.hpp"
#include "carrier/twilio/message_store.hpp"
#include "carrier/twilio/webhooks.hpp"

namespace mock_host::twilio {

/// Twilio's Programmable Messaging (2010-04-01), texts only: create, list, fetch, cancel, redact and delete
/// messages. A text is `queued` (`accepted` with a messaging service) in the answer to its creation, then at
/// once `sent`, and `delivered` when its handset takes it or `undelivered` if that loses it. A scheduled text
/// is `scheduled` until its time passes on the simulator's clock, and then leaves likewise, or is `failed` if
/// its recipient has sent STOP meanwhile. Media are counted, not sent. [thread-safe]
class TwilioApi : public Carrier {
  public:
    explicit TwilioApi(const CarrierWorld& world);

    std::string name() const override { return "twilio"; }
    bool serves(const std::string& path) const override;
    ApiAnswer answer(const ApiRequest& request) override;
    std::vector<WantedText> texts_wanted(const ApiRequest& request) const override;
    ApiAnswer error(std::optional<int> code, const std::string& message) const override;
    ApiAnswer service_error(int status, const std::string& message) const override;
    void time_passed() override;
    void add_account(const CarrierAccount& account) override;
    std::vector<CarrierAccount> accounts() const override;
    bool remove_account(const std::string& username) override;
    bool has_line(const std::string& line) const override;
    std::string take_reply(const std::string& from, const HandsetText& reply) override;
    void text_ended(const HandsetText& text, std::optional<int> failure) override;
    void reset() override;

  private:
    ApiAnswer answer_list(const ApiRequest& request, const std::string& account_sid);
    /// Has messages come in at the line whose list is asked for, or the newest deleted (less than 0).
    void shift_list(const ApiRequest& request, const std::string& account_sid);
    ApiAnswer answer_message(const ApiRequest& request, const std::string& account_sid,
                             const std::string& message_sid);
    /// Cancels or redacts it.
    ApiAnswer update(const ApiRequest& request, const std::string& account_sid,
                     const std::string& message_sid);
    ApiAnswer remove(const std::string& account_sid, const std::string& message_sid);
    void mark_ended(const std::string& message_sid, std::optional<int> error_code, Moment when);

    // message_creation.cpp
    ApiAnswer create(const ApiRequest& request, const std::string& account_sid);
    std::string sender_of(const ApiRequest& request, const std::string& account_sid,
                          const std::string& service_sid);
    std::string recipient_of(const ApiRequest& request, const std::string& sender) const;
    /// When a text is to leave; nothing if that is now.
    std::optional<Moment> send_time_of(const ApiRequest& request, const std::string& service_sid) const;
    void send(const Message& message, Moment when);

    const SimulatorClock& clock_;
    Handsets& handsets_;
    TextLog& texts_;
    Accounts accounts_;
    MessageStore messages_;
    Webhooks webhooks_;
    std::mutex time_mutex_;  ///< whoever says that time has passed finds all that was due gone
};

}  // namespace mock_host::twilio
