#include "accounts/webhook_messages.hpp"

#include <algorithm>
#include <utility>

#include "core/e164.hpp"
#include "core/subscriber_number.hpp"

namespace send_text {
namespace {

TextState state_of(CarrierState state) {
    switch (state) {
        case CarrierState::delivered:
            return TextState::delivered;
        case CarrierState::failed:
            return TextState::failed;
        case CarrierState::in_progress:
            break;
    }
    return TextState::accepted;
}

CarrierState state_of(TextState state) {
    if (state == TextState::delivered) return CarrierState::delivered;
    return state == TextState::failed ? CarrierState::failed : CarrierState::in_progress;
}

class WebhookFedGateway final : public Gateway {
  public:
    WebhookFedGateway(std::unique_ptr<Gateway> gateway, const WebhookMessages& received, LineId line)
        : gateway_(std::move(gateway)), webhook_messages_(received), line_(std::move(line)) {}

    void log_in() override { gateway_->log_in(); }
    SendResult send(const E164& number, const std::string& body) override {
        return gateway_->send(number, body);
    }
    CarrierPage list_messages(std::int64_t start, std::int64_t limit) override {
        measure_clock();
        return webhook_messages_.page(line_, start, limit);
    }
    std::optional<Milliseconds> clock_ahead() const override { return gateway_->clock_ahead(); }
    std::string message_log_address() const override { return gateway_->message_log_address(); }
    void set_webhooks(const std::string& prefix, const std::string& url) override {
        gateway_->set_webhooks(prefix, url);
    }

  private:
    /// Webhooks have times of the carrier's, which nothing else may tell for days where nothing is sent. What
    /// is heard does not wait for a carrier that cannot be reached.
    void measure_clock() {
        if (std::exchange(is_clock_asked_for_, true)) return;
        try {
            gateway_->log_in();
        } catch (const GatewayError&) {
            // The next text tells.
        }
    }

    std::unique_ptr<Gateway> gateway_;
    const WebhookMessages& webhook_messages_;
    LineId line_;
    bool is_clock_asked_for_ = false;
};

}  // namespace

void WebhookMessages::add(const LineId& line, const std::vector<CarrierMessage>& messages) {
    if (messages.empty()) return;
    const TimePoint now = clock_.now();
    const Milliseconds ahead = gateways_.clock_ahead(line);
    std::vector<WebhookMessage> received;
    for (const CarrierMessage& message : messages) {
        received.push_back({.message = {.line = line,
                                        .number = subscriber_number(message.number),
                                        .carrier_message_id = message.id,
                                        .inbound = message.direction == Direction::inbound,
                                        .body = message.body,
                                        .created_at = std::min(message.created_at + ahead, now),
                                        .media = message.media},
                            .state = state_of(message.state),
                            .failure = message.failure,
                            .fact = message.fact});
    }
    store_.add(received, now);
}

CarrierPage WebhookMessages::page(const LineId& line, std::int64_t start, std::int64_t limit) const {
    CarrierPage page;
    for (WebhookMessage& received : store_.latest(line, start, limit)) {
        CarrierMessage message;
        message.id = std::move(received.message.carrier_message_id);
        message.direction = received.message.inbound ? Direction::inbound : Direction::outbound;
        message.number = std::move(received.message.number);
        message.body = std::move(received.message.body);
        message.created_at = message.listed_at = received.message.created_at;
        message.state = state_of(received.state);
        message.failure = std::move(received.failure);
        message.fact = received.fact;
        message.media = received.message.media;
        page.messages.push_back(std::move(message));
    }
    page.is_last = static_cast<std::int64_t>(page.messages.size()) < limit;
    return page;
}

TimePoint WebhookMessages::carrier_now(const LineId& line) const {
    return clock_.now() - gateways_.clock_ahead(line);
}

std::unique_ptr<Gateway> gateway_fed_by_webhooks(std::unique_ptr<Gateway> gateway,
                                                 const WebhookMessages& received, LineId line) {
    return std::make_unique<WebhookFedGateway>(std::move(gateway), received, std::move(line));
}

}  // namespace send_text
