#include "gateway/normalizing_gateway.hpp"

#include <utility>

#include "core/subscriber_number.hpp"

namespace send_text {

NormalizingGateway::NormalizingGateway(std::unique_ptr<Gateway> gateway,
                                       std::shared_ptr<CarrierClock> carrier_clock, const Clock& clock,
                                       std::function<void(std::int64_t)> measured)
    : gateway_(std::move(gateway)),
      carrier_clock_(std::move(carrier_clock)),
      clock_(clock),
      measured_(std::move(measured)) {}

void NormalizingGateway::log_in() {
    gateway_->log_in();
    measured_(carrier_clock_->ahead_ms());
}

SendResult NormalizingGateway::send(const std::string& number, const std::string& body) {
    const std::int64_t asked_ms = clock_.now_ms();
    SendResult result = gateway_->send(number, body);
    if (result.outcome == SendOutcome::accepted)
        carrier_clock_->took(result.carrier_message_id, {asked_ms, clock_.now_ms()});
    measured_(carrier_clock_->ahead_ms());
    return result;
}

CarrierPage NormalizingGateway::list_messages(std::int64_t start, std::int64_t limit) {
    CarrierPage page = gateway_->list_messages(start, limit);
    for (const CarrierMessage& message : page.messages)
        carrier_clock_->listed(message.id, message.created_ms);
    const std::int64_t ahead_ms = carrier_clock_->ahead_ms();
    for (CarrierMessage& message : page.messages) {
        message.listed_ms = message.created_ms;
        message.created_ms += ahead_ms;
        message.number = subscriber_number(message.number);
    }
    for (UnreadableEntry& entry : page.unreadable) {
        if (entry.earliest_ms) *entry.earliest_ms += ahead_ms;
        if (entry.latest_ms) *entry.latest_ms += ahead_ms;
        entry.number = subscriber_number(entry.number);
    }
    measured_(ahead_ms);
    return page;
}

void NormalizingGateway::set_webhooks(const std::string& prefix, const std::string& url) {
    gateway_->set_webhooks(prefix, url);
}

}  // namespace send_text
