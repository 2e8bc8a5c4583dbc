#include "gateway/normalizing_gateway.hpp"

#include <utility>

#include "core/subscriber_number.hpp"

namespace send_text {

NormalizingGateway::NormalizingGateway(std::unique_ptr<Gateway> gateway,
                                       std::shared_ptr<CarrierClock> carrier_clock, const Clock& clock,
                                       std::function<void(Milliseconds)> measured)
    : gateway_(std::move(gateway)),
      carrier_clock_(std::move(carrier_clock)),
      clock_(clock),
      measured_(std::move(measured)) {}

void NormalizingGateway::log_in() {
    gateway_->log_in();
    measured_(carrier_clock_->ahead());
}

SendResult NormalizingGateway::send(const E164& number, const std::string& body) {
    const TimePoint asked_at = clock_.now();
    SendResult result = gateway_->send(number, body);
    if (result.outcome == SendOutcome::accepted)
        carrier_clock_->took(result.carrier_message_id, {asked_at, clock_.now()});
    measured_(carrier_clock_->ahead());
    return result;
}

CarrierPage NormalizingGateway::list_messages(std::int64_t start, std::int64_t limit) {
    CarrierPage page = gateway_->list_messages(start, limit);
    for (const CarrierMessage& message : page.messages)
        carrier_clock_->listed(message.id, message.created_at);
    const Milliseconds ahead = carrier_clock_->ahead();
    for (CarrierMessage& message : page.messages) {
        message.listed_at = message.created_at;
        message.created_at += ahead;
        message.number = subscriber_number(message.number);
    }
    for (UnreadableEntry& entry : page.unreadable) {
        if (entry.earliest) *entry.earliest += ahead;
        if (entry.latest) *entry.latest += ahead;
        entry.number = subscriber_number(entry.number);
    }
    measured_(ahead);
    return page;
}

void NormalizingGateway::set_webhooks(const std::string& prefix, const std::string& url) {
    gateway_->set_webhooks(prefix, url);
}

}  // namespace send_text
