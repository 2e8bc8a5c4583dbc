#pragma once

#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>

#include "core/e164.hpp"
#include "gateway/gateway.hpp"
#include "gateway/twilio/line_messages.hpp"
#include "model/line_id.hpp"
#include "net/http_client.hpp"

namespace send_text::twilio {

/// Twilio's Programmable Messaging API over a given HTTP client, which logs in with each request.
class TwilioGateway final : public Gateway {
  public:
    /// `account` is the account's SID; `line` is the number (E.164) or the messaging service that texts;
    /// `host` is that of the base URL. Throws std::invalid_argument, in words, for what can be neither.
    TwilioGateway(std::unique_ptr<HttpClient> http, const std::string& account, const LineId& line,
                  const std::string& host = "api.twilio.com");

    /// Asks once whether the login is good.
    void log_in() override;
    SendResult send(const E164& number, const std::string& body) override;
    CarrierPage list_messages(std::int64_t start, std::int64_t limit) override;
    std::string message_log_address() const override {
        return "https://console.twilio.com/us1/monitor/logs/sms";
    }
    [[noreturn]] void set_webhooks(const std::string& prefix, const std::string& url) override;

  private:
    nlohmann::json ask(const Form& query);
    LineMessages new_walk();

    std::unique_ptr<HttpClient> http_;
    ListPlace place_;  ///< of the account's messages
    LineId line_;
    bool is_service_;
    bool is_logged_in_ = false;
    Ask ask_;
    ServiceNumbers service_numbers_;
    std::optional<LineMessages> walk_;  ///< through the messages, at the page that was given last
};

}  // namespace send_text::twilio
