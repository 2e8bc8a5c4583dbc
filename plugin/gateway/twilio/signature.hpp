#pragma once

#include <string>
#include <string_view>

#include "core/secret.hpp"
#include "gateway/http_client.hpp"

namespace send_text::twilio {

/// Whether a webhook was signed with the auth token (header X-Twilio-Signature). `url` is the address as it
/// is configured at Twilio, query included; it counts with and without its standard port. A form's parameters
/// are signed; of any other body the query's bodySHA256 must be right. Source: Twilio's documentation of
/// webhook security.
bool is_signed(const Secret& auth_token, const std::string& url, const Form& parameters,
               std::string_view body, bool is_form, const std::string& signature);

}  // namespace send_text::twilio
