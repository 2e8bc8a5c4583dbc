#pragma once

#include <string>
#include <vector>

#include "gateway/gateway.hpp"
#include "model/line_id.hpp"
#include "net/webhook_call.hpp"

namespace send_text::telnyx {

/// The number of ours that a call tells of: a messaging profile calls one address for all of its numbers.
/// Empty when it names none.
LineId line_of(const WebhookCall& call);

/// By which a call is known when Telnyx makes it again: the event. None when it names none.
std::vector<std::string> event_ids(const WebhookCall& call);

/// The message that a call tells of, as far as it can be read: what came in, or how far a text has come.
/// Events may come out of order. None for anything else, and for what came from or went to no phone.
std::vector<CarrierMessage> messages(const WebhookCall& call);

}  // namespace send_text::telnyx
