#include "gateway/event_ids.hpp"

#include "gateway/twilio/webhook_event.hpp"
#include "gateway/zipwhip/webhook_event.hpp"

namespace send_text {

std::vector<std::string> event_ids(const WebhookCall& call) {
    return call.carrier == "twilio" ? twilio::event_ids(call) : zipwhip::event_ids(call);
}

}  // namespace send_text
