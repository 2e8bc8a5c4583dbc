#include "gateway/timed_gateway.hpp"

#include <utility>

namespace send_text {

TimedHttpClient::TimedHttpClient(std::unique_ptr<HttpClient> http,
                                 std::shared_ptr<CarrierClock> carrier_clock, const Clock& clock)
    : http_(std::move(http)), carrier_clock_(std::move(carrier_clock)), clock_(clock) {}

HttpAnswer TimedHttpClient::post(const std::string& path, const Form& form) {
    return timed([&] { return http_->post(path, form); });
}

HttpAnswer TimedHttpClient::get(const std::string& path, const Form& form) {
    return timed([&] { return http_->get(path, form); });
}

/// A refusal or an error may come from a proxy on the way, which has a clock of its own.
template <class Ask>
HttpAnswer TimedHttpClient::timed(Ask ask) {
    const std::int64_t asked_ms = clock_.now_ms();
    HttpAnswer answer = ask();
    const bool is_success = answer.status >= 200 && answer.status < 300;
    if (is_success && answer.date_ms) carrier_clock_->dated({asked_ms, clock_.now_ms()}, *answer.date_ms);
    return answer;
}

TimedGateway::TimedGateway(std::unique_ptr<Gateway> gateway, std::shared_ptr<CarrierClock> carrier_clock,
                           const Clock& clock, std::function<void(std::int64_t)> measured)
    : gateway_(std::move(gateway)),
      carrier_clock_(std::move(carrier_clock)),
      clock_(clock),
      measured_(std::move(measured)) {}

void TimedGateway::log_in() {
    gateway_->log_in();
    measured_(carrier_clock_->ahead_ms());
}

SendResult TimedGateway::send(const std::string& number, const std::string& body) {
    const std::int64_t asked_ms = clock_.now_ms();
    SendResult result = gateway_->send(number, body);
    if (result.outcome == SendOutcome::accepted)
        carrier_clock_->took(result.carrier_message_id, {asked_ms, clock_.now_ms()});
    measured_(carrier_clock_->ahead_ms());
    return result;
}

CarrierPage TimedGateway::list_messages(std::int64_t start, std::int64_t limit) {
    CarrierPage page = gateway_->list_messages(start, limit);
    for (const CarrierMessage& message : page.messages)
        carrier_clock_->listed(message.id, message.created_ms);
    const std::int64_t ahead_ms = carrier_clock_->ahead_ms();
    for (CarrierMessage& message : page.messages) {
        message.listed_ms = message.created_ms;
        message.created_ms += ahead_ms;
    }
    measured_(ahead_ms);
    return page;
}

void TimedGateway::set_webhooks(const std::string& prefix, const std::string& url) {
    gateway_->set_webhooks(prefix, url);
}

}  // namespace send_text
