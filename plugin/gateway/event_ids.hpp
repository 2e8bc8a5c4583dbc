#pragma once

#include <string>
#include <vector>

#include "net/webhook_call.hpp"

namespace send_text {

/// What a call of the webhook listener tells of, so that it is known when it comes again: another call with
/// any of these ids is a repeat. None when that cannot be told.
std::vector<std::string> event_ids(const WebhookCall& call);

}  // namespace send_text
