#pragma once

#include <functional>
#include <memory>
#include <string>

#include "core/clock.hpp"
#include "core/e164.hpp"
#include "core/time.hpp"
#include "gateway/carrier_clock.hpp"
#include "gateway/gateway.hpp"

namespace send_text {

/// Another gateway whose messages have times of our clock and numbers in our form. This is the one place
/// where what the carrier lists is brought into our terms.
class NormalizingGateway final : public Gateway {
  public:
    /// `measured` is given the difference of the clocks after each exchange with the carrier, on the caller's
    /// thread. `clock` is ours and outlives it.
    NormalizingGateway(std::unique_ptr<Gateway> gateway, std::shared_ptr<CarrierClock> carrier_clock,
                       const Clock& clock, std::function<void(Milliseconds ahead)> measured);

    void log_in() override;
    SendResult send(const E164& number, const std::string& body) override;
    CarrierPage list_messages(std::int64_t start, std::int64_t limit) override;
    std::optional<Milliseconds> clock_ahead() const override { return carrier_clock_->ahead_of_date(); }
    std::string message_log_address() const override { return gateway_->message_log_address(); }
    void set_webhooks(const std::string& prefix, const std::string& url) override;

  private:
    std::unique_ptr<Gateway> gateway_;
    std::shared_ptr<CarrierClock> carrier_clock_;
    const Clock& clock_;
    std::function<void(Milliseconds)> measured_;
};

}  // namespace send_text
