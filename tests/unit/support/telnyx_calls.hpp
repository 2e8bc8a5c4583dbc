#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>

#include "core/time.hpp"
#include "net/webhook_call.hpp"
#include "unit/support/ed25519_key.hpp"

namespace send_text::testing {

inline const std::string telnyx_line = "+16515550170";
inline const std::string telnyx_person = "+16515551299";

/// An event as Telnyx tells it, of a reply to the line or of a text from it.
inline nlohmann::json telnyx_event(const std::string& type, const std::string& message_id,
                                   const std::string& text, const std::string& status = "delivered") {
    const bool is_inbound = type == "message.received";
    const std::string& from = is_inbound ? telnyx_person : telnyx_line;
    const std::string& to = is_inbound ? telnyx_line : telnyx_person;
    return {{"data",
             {{"record_type", "event"},
              {"event_type", type},
              {"id", type + " of " + message_id + " " + status},
              {"occurred_at", "2026-03-02T15:04:00.148+00:00"},
              {"payload",
               {{"record_type", "message"},
                {"id", message_id},
                {"direction", is_inbound ? "inbound" : "outbound"},
                {"from", {{"phone_number", from}}},
                {"to", nlohmann::json::array({nlohmann::json{{"phone_number", to}, {"status", status}}})},
                {"text", text},
                {"media", nlohmann::json::array()},
                {"errors", nlohmann::json::array()}}}}},
            {"meta", {{"attempt", 1}}}};
}

inline WebhookCall telnyx_call(const nlohmann::json& event) {
    WebhookCall call;
    call.carrier = "telnyx";
    call.name = "messages";
    call.target = "/telnyx/messages";
    call.body = event.dump();
    return call;
}

/// Signed at a time.
inline WebhookCall telnyx_call(const nlohmann::json& event, const Ed25519Key& key, TimePoint now) {
    WebhookCall call = telnyx_call(event);
    call.headers["telnyx-timestamp"] =
        std::to_string(std::chrono::floor<Seconds>(now).time_since_epoch().count());
    call.headers["telnyx-signature-ed25519"] =
        key.signature_of(call.headers["telnyx-timestamp"] + "|" + call.body);
    return call;
}

}  // namespace send_text::testing
