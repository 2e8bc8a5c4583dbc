#pragma once

#include <memory>
#include <string>

#include "core/clock.hpp"
#include "gateway/carrier_clock.hpp"
#include "net/http_client.hpp"

namespace send_text {

/// Measures the carrier's clock by the Date headers of what another client is answered.
class TimedHttpClient final : public HttpClient {
  public:
    /// `clock` is ours and outlives it.
    TimedHttpClient(std::unique_ptr<HttpClient> http, std::shared_ptr<CarrierClock> carrier_clock,
                    const Clock& clock);

    HttpAnswer post(const std::string& path, const Form& form) override;
    HttpAnswer get(const std::string& path, const Form& form) override;
    HttpAnswer post_json(const std::string& path, const std::string& body) override;

  private:
    template <class Ask>
    HttpAnswer timed(Ask ask);

    std::unique_ptr<HttpClient> http_;
    std::shared_ptr<CarrierClock> carrier_clock_;
    const Clock& clock_;
};

}  // namespace send_text
