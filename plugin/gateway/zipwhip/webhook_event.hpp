#pragma once

#include <string>
#include <vector>

#include "net/webhook_call.hpp"

namespace send_text::zipwhip {

/// By which a call is known when Zipwhip makes it again: the message and its status. None when the call tells
/// of no message.
std::vector<std::string> event_ids(const WebhookCall& call);

}  // namespace send_text::zipwhip
