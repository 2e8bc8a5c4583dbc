#pragma once

#include "unit/carrier/api_client.hpp"

namespace mock_host::test {

/// A simulator with one Telnyx account, and a client that has its API key.
struct TelnyxCarrier : ServedCarrier {
    explicit TelnyxCarrier(const CarrierServerOptions& options = {});

    const std::string profile = "0f512bda-ae1e-4597-8e11-e5f5686b97d3";
    const std::string api_key = "KEY0123456789ABCDEF";
    const std::string line = "+12065550160";
    const std::string other_line = "+12065550161";

    /// The account, as it has been given to the carrier.
    CarrierAccount account() const;
    Reply create(const nlohmann::json& body);
    /// From `line`.
    Reply send(const std::string& to, const std::string& text);
    /// The `data` of the answer.
    nlohmann::json sent(const std::string& to, const std::string& text);
    nlohmann::json fetch(const std::string& id);
    /// The status of what was sent to one number.
    std::string status_of(const std::string& id);
};

/// The code of a refusal, which must have Telnyx's form.
std::string telnyx_code(const Reply& reply, int status);

}  // namespace mock_host::test
