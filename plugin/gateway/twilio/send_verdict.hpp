#pragma once

#include "gateway/gateway.hpp"
#include "gateway/http_client.hpp"

namespace send_text::twilio {

/// How a send ended, by the answer to it. `unknown` wherever the text may have been taken. The words are
/// ours: Twilio's own may repeat the number or the text.
SendResult send_verdict(const HttpAnswer& answer);

/// What went wrong with any other call, once it is known that something did.
GatewayError call_failure(const HttpAnswer& answer);

}  // namespace send_text::twilio
