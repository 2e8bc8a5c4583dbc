#include "gateway/make_gateway_factory.hpp"

#include <Poco/URI.h>

#include <utility>

#include "gateway/poco_http_client.hpp"
#include "gateway/twilio/twilio_gateway.hpp"
#include "gateway/zipwhip/session_keys.hpp"
#include "gateway/zipwhip/zipwhip_gateway.hpp"

namespace send_text {

namespace {

std::chrono::milliseconds time_out(std::int64_t seconds, const char* what) {
    constexpr std::int64_t longest = 600;
    if (seconds < 1 || seconds > longest) {
        throw std::invalid_argument(std::string("The time-out for ") + what + " is " +
                                    std::to_string(seconds) + " s; it must be between 1 and " +
                                    std::to_string(longest) + " s.");
    }
    return std::chrono::seconds(seconds);
}

std::unique_ptr<HttpClient> http_client(const std::string& base_url, const GatewayOptions& options,
                                        const std::optional<HttpLogin>& login = std::nullopt) {
    HttpLimits limits;
    limits.connect_timeout = time_out(options.connect_timeout_seconds, "connecting to the carrier");
    limits.answer_timeout = time_out(options.answer_timeout_seconds, "the carrier's answer");
    return std::make_unique<PocoHttpClient>(base_url, options.ca_file, limits, login);
}

class CarrierGatewayFactory final : public GatewayFactory {
  public:
    std::unique_ptr<Gateway> make(const std::string& carrier, const Credentials& credentials,
                                  const GatewayOptions& options) override {
        if (carrier == "zipwhip") {
            return std::make_unique<zipwhip::ZipwhipGateway>(
                http_client(options.zipwhip_base_url, options), credentials,
                zipwhip_sessions_.of(options.zipwhip_base_url, credentials));
        }
        if (carrier == "twilio") {
            auto http = http_client(options.twilio_base_url, options,
                                    HttpLogin{credentials.username, credentials.password});
            return std::make_unique<twilio::TwilioGateway>(std::move(http), credentials.carrier_account,
                                                           credentials.line,
                                                           Poco::URI(options.twilio_base_url).getHost());
        }
        throw std::invalid_argument("The carrier '" + carrier +
                                    "' is unknown; there are 'zipwhip' and 'twilio'.");
    }

  private:
    zipwhip::SessionKeys zipwhip_sessions_;
};

}  // namespace

std::unique_ptr<GatewayFactory> make_gateway_factory() {
    return std::make_unique<CarrierGatewayFactory>();
}

}  // namespace send_text
