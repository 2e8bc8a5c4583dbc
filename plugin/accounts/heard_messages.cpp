#include "accounts/heard_messages.hpp"

#include <algorithm>
#include <utility>

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

class GatewayWithHeard final : public Gateway {
  public:
    GatewayWithHeard(std::unique_ptr<Gateway> gateway, const HeardMessages& heard, std::string line)
        : gateway_(std::move(gateway)), heard_(heard), line_(std::move(line)) {}

    void log_in() override { gateway_->log_in(); }
    SendResult send(const std::string& number, const std::string& body) override {
        return gateway_->send(number, body);
    }
    CarrierPage list_messages(std::int64_t start, std::int64_t limit) override {
        measure_clock();
        return heard_.page(line_, start, limit);
    }
    std::optional<std::int64_t> clock_ahead_ms() const override { return gateway_->clock_ahead_ms(); }
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
    const HeardMessages& heard_;
    std::string line_;
    bool is_clock_asked_for_ = false;
};

}  // namespace

void HeardMessages::add(const std::string& line, const std::vector<CarrierMessage>& messages) {
    if (messages.empty()) return;
    const std::int64_t now_ms = clock_.now_ms();
    const std::int64_t ahead_ms = gateways_.clock_ahead_ms(line);
    std::vector<HeardMessage> heard;
    for (const CarrierMessage& message : messages) {
        heard.push_back({.message = {.line = line,
                                     .number = subscriber_number(message.number),
                                     .carrier_message_id = message.id,
                                     .inbound = message.direction == Direction::inbound,
                                     .body = message.body,
                                     .created_ms = std::min(message.created_ms + ahead_ms, now_ms),
                                     .media = message.media},
                         .state = state_of(message.state),
                         .failure = message.failure,
                         .fact = message.fact});
    }
    store_.add(heard, now_ms);
}

CarrierPage HeardMessages::page(const std::string& line, std::int64_t start, std::int64_t limit) const {
    CarrierPage page;
    for (HeardMessage& heard : store_.latest(line, start, limit)) {
        CarrierMessage message;
        message.id = std::move(heard.message.carrier_message_id);
        message.direction = heard.message.inbound ? Direction::inbound : Direction::outbound;
        message.number = std::move(heard.message.number);
        message.body = std::move(heard.message.body);
        message.created_ms = message.listed_ms = heard.message.created_ms;
        message.state = state_of(heard.state);
        message.failure = std::move(heard.failure);
        message.fact = heard.fact;
        message.media = heard.message.media;
        page.messages.push_back(std::move(message));
    }
    page.is_last = static_cast<std::int64_t>(page.messages.size()) < limit;
    return page;
}

std::int64_t HeardMessages::carrier_now_ms(const std::string& line) const {
    return clock_.now_ms() - gateways_.clock_ahead_ms(line);
}

std::unique_ptr<Gateway> gateway_with_heard(std::unique_ptr<Gateway> gateway, const HeardMessages& heard,
                                            std::string line) {
    return std::make_unique<GatewayWithHeard>(std::move(gateway), heard, std::move(line));
}

}  // namespace send_text
