#pragma once

#include "unit/carrier/api_client.hpp"

namespace mock_host::test {

/// A simulator with one Twilio account, and a client that has its credentials.
struct TwilioCarrier : ServedCarrier {
    explicit TwilioCarrier(const CarrierServerOptions& options = {});

    const std::string account_sid = "AC0123456789abcdef0123456789abcdef";
    const std::string auth_token = "the-auth-token";
    const std::string line = "+12065550150";
    const std::string service = "MG0123456789abcdef0123456789abcdef";
    const std::string service_line = "+12065550151";

    /// The account, as it has been given to the carrier.
    CarrierAccount account() const;
    /// The path of the list, or of a message.
    std::string path(const std::string& message_sid = {}) const;
    Reply create(const Form& form);
    /// From `line`.
    Reply send(const std::string& to, const std::string& body);
    nlohmann::json fetch(const std::string& message_sid);
    /// To `ann` by the messaging service, at this time.
    Reply schedule(const std::string& when, const std::string& body = "Later");
    /// The list's answer; `query` without "?".
    nlohmann::json list(const std::string& query = {});
};

/// The code of a refusal, which must have Twilio's form.
int refused(const Reply& reply, int status = 400);

}  // namespace mock_host::test
