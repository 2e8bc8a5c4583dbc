#pragma once

#include <memory>
#include <optional>
#include <string>

#include "core/e164.hpp"
#include "gateway/gateway.hpp"
#include "gateway/zipwhip/envelope.hpp"
#include "gateway/zipwhip/session_keys.hpp"
#include "net/http_client.hpp"

namespace send_text::zipwhip {

struct Call;

/// Zipwhip's API over a given HTTP client. Every call is a POST, so that the session key stands in no URL.
class ZipwhipGateway final : public Gateway {
  public:
    /// The username is the line's number. `session` may be shared with other gateways of the same account.
    ZipwhipGateway(std::unique_ptr<HttpClient> http, Credentials credentials,
                   std::shared_ptr<SessionKey> session);

    void log_in() override;
    SendResult send(const E164& number, const std::string& body) override;
    CarrierPage list_messages(std::int64_t start, std::int64_t limit) override;
    void set_webhooks(const std::string& prefix, const std::string& url) override;

  private:
    Secret request_key();
    using RefusesSession = bool(const HttpAnswer&, const std::optional<Envelope>&);
    Call call(const std::string& path, const Form& parameters, RefusesSession refuses);
    Call call_once(const std::string& path, const Secret& key, const Form& parameters);

    std::unique_ptr<HttpClient> http_;
    Credentials credentials_;
    std::shared_ptr<SessionKey> session_;
};

}  // namespace send_text::zipwhip
