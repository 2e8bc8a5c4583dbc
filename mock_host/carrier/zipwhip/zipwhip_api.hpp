#pragma once

#include <map>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "carrier/callback_poster.hpp"
#include "carrier/carrier.hpp"
#include "carrier/zipwhip/contact_book.hpp"
#include "carrier/zipwhip/message_store.hpp"
#include "carrier/zipwhip/sessions.hpp"
#include "carrier/zipwhip/webhooks.hpp"

namespace mock_host::zipwhip {

/// Zipwhip's API: every path by GET or POST, form-encoded, errors with HTTP 200. Scheduled texts, pictures
/// and groups are left out. [V] is what Zipwhip has published: developers.zipwhip.com,
/// github.com/acapps/using-zipwhip (parameters, webhooks), and its own client library,
/// github.com/johnlauer/zipwhip-api (lists, users, contacts); [?] is believed only. [thread-safe]
class ZipwhipApi : public Carrier {
  public:
    ZipwhipApi(const CarrierWorld& world, Sessions::Accounts accounts);

    std::string name() const override { return "zipwhip"; }
    bool serves(const std::string& path) const override;
    ApiAnswer answer(const ApiRequest& request) override;
    std::vector<WantedText> texts_wanted(const ApiRequest& request) const override;
    ApiAnswer error(std::optional<int> code, const std::string& message) const override;
    ApiAnswer service_error(int status, const std::string& message) const override;
    void add_account(const CarrierAccount& account) override;
    std::vector<CarrierAccount> accounts() const override;
    bool remove_account(const std::string& username) override;
    void end_sessions() override { sessions_.end_all(); }
    bool has_line(const std::string& line) const override;
    std::string take_reply(const std::string& from, const HandsetText& reply) override;
    void text_ended(const HandsetText& text, std::optional<int> failure) override;
    void reset() override;

  private:
    using Endpoint = ApiAnswer (ZipwhipApi::*)(const ApiRequest&);
    static const std::map<std::string, Endpoint>& endpoints();

    /// The line of the request's session; a refusal if it has none.
    std::string line_of(const ApiRequest& request) const;
    /// Has messages come in at the line, or the newest deleted (less than 0).
    void shift_list(const std::string& line, int arriving);
    void mark_delivered(std::int64_t id);
    void mark_failed(std::int64_t id);
    /// As lists show them.
    nlohmann::json listed(const Message& message) const;
    nlohmann::json listed(const std::vector<Message>& messages) const;
    nlohmann::json listed(const Conversation& conversation) const;
    nlohmann::json listed(const Contact& contact) const;
    /// The text of the line with this id; a refusal if there is none.
    Message message_of(const std::string& line, std::int64_t id) const;
    /// The texts that the request names, once or more often; a refusal if the line lacks one of them.
    std::vector<std::int64_t> message_ids_in(const ApiRequest& request, const std::string& line) const;
    /// The conversation that the request names; a refusal if the line has none like that.
    Conversation conversation_of(const ApiRequest& request, const std::string& line) const;

    ApiAnswer user_login(const ApiRequest& request);
    ApiAnswer user_logout(const ApiRequest& request);
    // contact_endpoints.cpp
    ApiAnswer user_get(const ApiRequest& request);
    ApiAnswer contact_save(const ApiRequest& request);
    ApiAnswer contact_list(const ApiRequest& request);
    // message_endpoints.cpp
    ApiAnswer message_send(const ApiRequest& request);
    ApiAnswer message_list(const ApiRequest& request);
    ApiAnswer message_get(const ApiRequest& request);
    ApiAnswer message_read(const ApiRequest& request);
    ApiAnswer message_delete(const ApiRequest& request);
    ApiAnswer conversation_list(const ApiRequest& request);
    ApiAnswer conversation_get(const ApiRequest& request);
    ApiAnswer conversation_delete(const ApiRequest& request);
    // webhook_endpoints.cpp
    ApiAnswer webhook_add(const ApiRequest& request);
    ApiAnswer webhook_update(const ApiRequest& request);
    ApiAnswer webhook_list(const ApiRequest& request);
    ApiAnswer webhook_delete(const ApiRequest& request);

    const SimulatorClock& clock_;
    Handsets& handsets_;
    TextLog& texts_;
    Sessions sessions_;
    MessageStore messages_;
    ContactBook contacts_;
    Webhooks webhooks_;
};

/// The E.164 number of a contact that is written "+16515565757" or in digits: ten of the United States, or 11
/// to 15 with the country code; "ptn:/" may stand before each. A refusal for anything else.
std::string number_of_contact(const std::string& contact);

}  // namespace mock_host::zipwhip
