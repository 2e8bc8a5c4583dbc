#pragma once

#include <mutex>
#include <optional>
#include <string>

#include "carrier/carrier.hpp"
#include "carrier/telnyx/accounts.hpp"
#include "carrier/telnyx/message_request.hpp"
#include "carrier/telnyx/message_store.hpp"
#include "carrier/telnyx/opt_outs.hpp"
#include "carrier/telnyx/webhooks.hpp"

namespace mock_host::telnyx {

/// Telnyx's messaging API (v2): create, fetch and cancel messages, and look at messaging profiles. There is
/// no list of messages: what comes in is told by webhook alone. A text is `queued` in the answer to its
/// creation, then at once `sent`, and `delivered` when its handset takes it or `delivery_failed` if that
/// loses it. A scheduled text leaves when its time passes on the simulator's clock, or is `sending_failed` if
/// its recipient has opted out meanwhile. STOP and the like are answered by the carrier itself, for the whole
/// messaging profile. [thread-safe]
class TelnyxApi : public Carrier {
  public:
    explicit TelnyxApi(const CarrierWorld& world);

    std::string name() const override { return "telnyx"; }
    bool serves(const std::string& path) const override;
    bool takes_json() const override { return true; }
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
    ApiAnswer answer_message(const ApiRequest& request, const std::string& id);
    ApiAnswer answer_profiles(const ApiRequest& request);
    /// Tells a handset what its STOP or START has done.
    void answer_keyword(Keyword keyword, const std::string& to, const HandsetText& reply);
    void mark_ended(const std::string& id, std::optional<int> error_code, Moment when);

    // message_creation.cpp
    ApiAnswer create(const ApiRequest& request);
    /// The profile that a text leaves from; puts the number in, when the request does not say it.
    CarrierAccount sender_of(MessageRequest& request, const std::string& api_key);
    void check_recipient(const MessageRequest& request, const std::string& profile_id) const;
    void send(const Message& message, Moment when);

    const SimulatorClock& clock_;
    Handsets& handsets_;
    TextLog& texts_;
    Accounts accounts_;
    MessageStore messages_;
    OptOuts opt_outs_;
    Webhooks webhooks_;
    std::mutex time_mutex_;  ///< whoever says that time has passed finds all that was due gone
};

}  // namespace mock_host::telnyx
