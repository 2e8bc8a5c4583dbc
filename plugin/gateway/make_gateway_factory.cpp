#include "gateway/make_gateway_factory.hpp"

#include <Poco/URI.h>

#include <map>
#include <utility>

#include "core/mutex.hpp"
#include "gateway/normalizing_gateway.hpp"
#include "gateway/timed_http_client.hpp"
#include "gateway/twilio/twilio_gateway.hpp"
#include "gateway/zipwhip/session_keys.hpp"
#include "gateway/zipwhip/zipwhip_gateway.hpp"
#include "net/poco_http_client.hpp"

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
                                        const Cancellation& cancellation,
                                        const std::optional<HttpLogin>& login = std::nullopt) {
    HttpLimits limits;
    limits.connect_timeout = time_out(options.connect_timeout_seconds, "connecting to the carrier");
    limits.answer_timeout = time_out(options.answer_timeout_seconds, "the carrier's answer");
    return std::make_unique<PocoHttpClient>(base_url, options.ca_file, limits, cancellation, login);
}

/// Warns of each line's clock when the words for it change.
class ClockWarnings {
  public:
    explicit ClockWarnings(ClockWarned warned) : warned_(std::move(warned)) {}

    void measured(const std::string& line, const std::string& carrier_name, std::int64_t ahead_ms) {
        const std::string warning = clock_warning(carrier_name, ahead_ms);
        const MutexLock lock(mutex_);  // while it is told too: what is told last is what holds
        std::string& told = told_[line];
        if (told == warning) return;
        told = warning;
        if (warned_) warned_(line, warning);
    }

  private:
    ClockWarned warned_;
    Mutex mutex_;
    std::map<std::string, std::string> told_ GUARDED_BY(mutex_);  ///< by line
};

class CarrierGatewayFactory final : public GatewayFactory {
  public:
    CarrierGatewayFactory(const Clock& clock, const Cancellation& cancellation, ClockWarned clock_warned)
        : clock_(clock),
          cancellation_(cancellation),
          clock_warnings_(std::make_shared<ClockWarnings>(std::move(clock_warned))) {}

    std::unique_ptr<Gateway> make(const std::string& carrier, const Credentials& credentials,
                                  const GatewayOptions& options) override {
        if (carrier == "zipwhip") {
            const std::string& url = options.zipwhip_base_url;
            const auto carrier_clock = carrier_clocks_.of(url + " " + credentials.username);
            auto gateway = std::make_unique<zipwhip::ZipwhipGateway>(
                timed(http_client(url, options, cancellation_), carrier_clock), credentials,
                zipwhip_sessions_.of(url, credentials));
            return normalizing(std::move(gateway), carrier_clock, credentials.line, "Zipwhip");
        }
        if (carrier == "twilio") {
            const std::string& url = options.twilio_base_url;
            const auto carrier_clock =
                carrier_clocks_.of(url + " " + credentials.carrier_account + " " + credentials.line);
            auto http = http_client(url, options, cancellation_,
                                    HttpLogin{credentials.username, credentials.password});
            auto gateway = std::make_unique<twilio::TwilioGateway>(
                timed(std::move(http), carrier_clock), credentials.carrier_account, credentials.line,
                Poco::URI(url).getHost());
            return normalizing(std::move(gateway), carrier_clock, credentials.line, "Twilio");
        }
        throw std::invalid_argument("The carrier '" + carrier +
                                    "' is unknown; there are 'zipwhip' and 'twilio'.");
    }

  private:
    std::unique_ptr<HttpClient> timed(std::unique_ptr<HttpClient> http,
                                      const std::shared_ptr<CarrierClock>& carrier_clock) const {
        return std::make_unique<TimedHttpClient>(std::move(http), carrier_clock, clock_);
    }
    std::unique_ptr<Gateway> normalizing(std::unique_ptr<Gateway> gateway,
                                         const std::shared_ptr<CarrierClock>& carrier_clock,
                                         const std::string& line, const char* carrier_name) const {
        return std::make_unique<NormalizingGateway>(
            std::move(gateway), carrier_clock, clock_,
            [warnings = clock_warnings_, line, carrier_name](std::int64_t ahead_ms) {
                warnings->measured(line, carrier_name, ahead_ms);
            });
    }

    const Clock& clock_;
    const Cancellation& cancellation_;
    std::shared_ptr<ClockWarnings> clock_warnings_;
    CarrierClocks carrier_clocks_;
    zipwhip::SessionKeys zipwhip_sessions_;
};

}  // namespace

std::unique_ptr<GatewayFactory> make_gateway_factory(const Clock& clock, const Cancellation& cancellation,
                                                     ClockWarned clock_warned) {
    return std::make_unique<CarrierGatewayFactory>(clock, cancellation, std::move(clock_warned));
}

}  // namespace send_text
