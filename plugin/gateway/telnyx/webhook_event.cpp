#include "gateway/telnyx/webhook_event.hpp"

#include <nlohmann/json.hpp>
#include <optional>
#include <utility>

#include "core/e164.hpp"
#include "core/time.hpp"
#include "gateway/iso_time.hpp"
#include "gateway/json_values.hpp"
#include "gateway/telnyx/error_codes.hpp"

namespace send_text::telnyx {
namespace {

using nlohmann::json;

/// A call's body: {"data": {"event_type", "id", "occurred_at", "payload": the message}}.
class Event {
  public:
    explicit Event(const WebhookCall& call) : body_(parse_json(call.body)) {}

    const json* data() const { return member(&body_, "data"); }
    const json* message() const { return member(data(), "payload"); }
    std::string type() const { return std::string(text_of(member(data(), "event_type"))); }
    bool is_inbound() const { return type() == "message.received"; }
    bool is_of_message() const {
        return is_inbound() || type() == "message.sent" || type() == "message.finalized";
    }
    std::string from() const {
        return std::string(text_of(member(member(message(), "from"), "phone_number")));
    }
    /// The first of those to whom it went, who is the only one of ours.
    const json* recipient() const {
        const json* to = member(message(), "to");
        return to != nullptr && to->is_array() && !to->empty() ? &to->front() : nullptr;
    }
    std::string to() const { return std::string(text_of(member(recipient(), "phone_number"))); }

  private:
    json body_;
};

CarrierState state_of(std::string_view status) {
    if (status == "delivered") return CarrierState::delivered;
    const bool has_failed = status == "sending_failed" || status == "delivery_failed";
    return has_failed ? CarrierState::failed : CarrierState::in_progress;
}

void read_failure(const Event& event, CarrierMessage& message) {
    auto error = first_error(*event.message());
    if (!error) error = first_error(*event.recipient());
    if (!error) return;
    const auto meaning = meaning_of_code(error->code);
    message.failure = meaning ? meaning->reason : named_error(*error, message.body);
    if (meaning) message.fact = meaning->fact;
}

/// When it was written, or as near to it as the event tells.
std::optional<TimePoint> moment_of(const Event& event) {
    const auto received_at = parse_iso_time(text_of(member(event.message(), "received_at")));
    return received_at ? received_at : parse_iso_time(text_of(member(event.data(), "occurred_at")));
}

}  // namespace

LineId line_of(const WebhookCall& call) {
    const Event event(call);
    if (!event.is_of_message()) return {};
    return LineId(event.is_inbound() ? event.to() : event.from());
}

std::vector<std::string> event_ids(const WebhookCall& call) {
    const Event event(call);
    const std::string id(id_of(member(event.data(), "id")));
    return id.empty() ? std::vector<std::string>() : std::vector<std::string>{"event " + id};
}

std::vector<CarrierMessage> messages(const WebhookCall& call) {
    const Event event(call);
    const auto moment = moment_of(event);
    CarrierMessage message;
    message.id = id_of(member(event.message(), "id"));
    message.direction = event.is_inbound() ? Direction::inbound : Direction::outbound;
    message.number = E164(event.is_inbound() ? event.from() : event.to());
    if (!event.is_of_message() || message.id.empty() || !moment || !is_e164(message.number.str())) return {};
    message.created_at = *moment;
    message.body = written_text(member(event.message(), "text"));
    const json* media = member(event.message(), "media");
    if (media != nullptr && media->is_array()) message.media = static_cast<std::int64_t>(media->size());
    message.state =
        event.is_inbound() ? CarrierState::delivered : state_of(text_of(member(event.recipient(), "status")));
    if (message.state == CarrierState::failed) read_failure(event, message);
    return {std::move(message)};
}

}  // namespace send_text::telnyx
