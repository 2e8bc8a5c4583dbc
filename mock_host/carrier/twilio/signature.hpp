#pragma once

#include <string>

#include "carrier/http_message.hpp"

namespace mock_host::twilio {

/// The X-Twilio-Signature of a form that is posted to `url`, which is taken exactly as the customer
/// configured it: Base64(HMAC-SHA1(auth token, url + each key and value, sorted)). Source:
/// twilio.com/docs/usage/webhooks/webhooks-security
std::string signature_of(const std::string& url, const Parameters& parameters, const std::string& auth_token);

}  // namespace mock_host::twilio
