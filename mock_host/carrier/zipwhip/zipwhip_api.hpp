#pragma once

#include <map>
#include <string>

#include "carrier/callback_poster.hpp"
#include "carrier/carrier.hpp"
#include "carrier/zipwhip/message_store.hpp"
#include "carrier/zipwhip/sessions.hpp"
#include "carrier/zipwhip/webhooks.hpp"

namespace mock_host::zipwhip {

/// Zipwhip's API: every path by GET or POST, form-encoded, errors with HTTP 200. [thread-safe]
class ZipwhipApi : public Carrier {
  public:
    /// All references must outlive this.
    ZipwhipApi(const SimulatorClock& clock, Handsets& handsets, CallbackPoster& poster,
               Sessions::Accounts accounts);

    std::string name() const override { return "zipwhip"; }
    bool serves(const std::string& path) const override;
    ApiAnswer answer(const ApiRequest& request) override;
    ApiAnswer error(int code, const std::string& message) const override;
    void add_account(const CarrierAccount& account) override;
    bool has_line(const std::string& line) const override;
    std::string take_reply(const std::string& from, const HandsetText& reply) override;
    void text_arrived(const HandsetText& text) override;
    void reset() override;

  private:
    using Endpoint = ApiAnswer (ZipwhipApi::*)(const ApiRequest&);
    static const std::map<std::string, Endpoint>& endpoints();

    /// The line of the request's session; a refusal if it has none.
    std::string line_of(const ApiRequest& request) const;
    void mark_delivered(std::int64_t id);
    void mark_failed(std::int64_t id);

    ApiAnswer user_login(const ApiRequest& request);
    ApiAnswer user_logout(const ApiRequest& request);
    ApiAnswer contact_save(const ApiRequest& request);
    // message_endpoints.cpp
    ApiAnswer message_send(const ApiRequest& request);
    ApiAnswer message_list(const ApiRequest& request);
    ApiAnswer message_read(const ApiRequest& request);
    ApiAnswer conversation_list(const ApiRequest& request);
    ApiAnswer conversation_get(const ApiRequest& request);
    // webhook_endpoints.cpp
    ApiAnswer webhook_add(const ApiRequest& request);
    ApiAnswer webhook_update(const ApiRequest& request);
    ApiAnswer webhook_list(const ApiRequest& request);
    ApiAnswer webhook_delete(const ApiRequest& request);

    const SimulatorClock& clock_;
    Handsets& handsets_;
    Sessions sessions_;
    MessageStore messages_;
    Webhooks webhooks_;
};

/// The E.164 number of a contact that is written "+…" or "ptn:/" and ten digits; a refusal for anything else.
std::string number_of_contact(const std::string& contact);

}  // namespace mock_host::zipwhip
