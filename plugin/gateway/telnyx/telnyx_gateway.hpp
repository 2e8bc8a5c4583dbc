#pragma once

#include <memory>
#include <string>

#include "core/e164.hpp"
#include "gateway/gateway.hpp"
#include "model/line_id.hpp"
#include "net/http_client.hpp"

namespace send_text::telnyx {

/// Telnyx's messaging API over a given HTTP client, which logs in with each request. It has no list of
/// messages: what came in, and how texts fare, it tells by webhook alone.
class TelnyxGateway final : public Gateway {
  public:
    /// `line` is the number that texts. Throws std::invalid_argument, in words, for what is none.
    TelnyxGateway(std::unique_ptr<HttpClient> http, const LineId& line);

    void log_in() override;
    SendResult send(const E164& number, const std::string& body) override;
    /// Nothing, and that everything is missing.
    CarrierPage list_messages(std::int64_t start, std::int64_t limit) override;
    std::string message_log_address() const override {
        return "https://portal.telnyx.com/#/app/reporting/message-detail-records";
    }
    [[noreturn]] void set_webhooks(const std::string& prefix, const std::string& url) override;

  private:
    std::unique_ptr<HttpClient> http_;
    LineId line_;
};

}  // namespace send_text::telnyx
