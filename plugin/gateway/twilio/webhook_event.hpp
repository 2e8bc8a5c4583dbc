#pragma once

#include <string>
#include <vector>

#include "net/webhook_call.hpp"

namespace send_text::twilio {

/// By which a call is known when Twilio makes it again: the token that it gives all tries of one webhook, and
/// what the call tells of which message. The token is not signed, so that somebody who repeats a call can
/// alter it; the message is.
std::vector<std::string> event_ids(const WebhookCall& call);

}  // namespace send_text::twilio
