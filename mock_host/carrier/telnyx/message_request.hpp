#pragma once

#include <optional>
#include <string>
#include <vector>

#include "carrier/simulator_clock.hpp"

namespace mock_host::telnyx {

/// What the body of POST /v2/messages asks for.
struct MessageRequest {
    std::string from;        ///< as it stands there; empty: the profile's first number
    std::string profile_id;  ///< empty: that of the number
    std::string to;          ///< E.164
    std::string text;
    std::vector<std::string> media;
    std::string webhook_url;
    std::string failover_url;
    bool uses_profile_webhooks = true;
    bool is_gsm = true;  ///< how it is to be encoded; else UTF-16
    std::size_t parts = 1;
    std::optional<Moment> send_at;  ///< nothing: now
};

/// Reads it. Throws Refusal for what cannot be, whoever sends it.
MessageRequest message_request_from(const std::string& body, Moment now);

}  // namespace mock_host::telnyx
