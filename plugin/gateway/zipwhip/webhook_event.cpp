#include "gateway/zipwhip/webhook_event.hpp"

#include "gateway/json_values.hpp"
#include "gateway/zipwhip/envelope.hpp"

namespace send_text::zipwhip {

std::vector<std::string> event_ids(const WebhookCall& call) {
    const nlohmann::json message = parse_json(call.body);
    const std::string id = id_text(member(&message, "id"));
    if (id.empty()) return {};
    return {"message " + id + " " + id_text(member(&message, "statusCode"))};
}

}  // namespace send_text::zipwhip
