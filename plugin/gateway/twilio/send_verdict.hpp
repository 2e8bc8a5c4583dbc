#pragma once

#include <string>

#include "gateway/gateway.hpp"
#include "net/http_client.hpp"

namespace send_text::twilio {

/// How sending `body` ended, by the answer to it. `unknown` wherever the text may have been taken.
SendResult send_verdict(const HttpAnswer& answer, const std::string& body);

/// What went wrong with any other call, once it is known that something did.
GatewayError call_failure(const HttpAnswer& answer);

}  // namespace send_text::twilio
