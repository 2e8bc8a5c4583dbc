#include "gateway/make_gateway_factory.hpp"

#include <map>
#include <utility>

#include "core/mutex.hpp"
#include "core/time.hpp"
#include "gateway/carrier.hpp"
#include "gateway/normalizing_gateway.hpp"
#include "gateway/timed_http_client.hpp"
#include "net/poco_http_client.hpp"
#include "net/tls_stream.hpp"

namespace send_text {

namespace {

Seconds time_out(Seconds time, const char* what) {
    constexpr Seconds shortest{1};
    constexpr Seconds longest{600};
    if (time < shortest || time > longest) {
        throw std::invalid_argument(std::string("The time-out for ") + what + " is " +
                                    std::to_string(time.count()) + " s; it must be between 1 and " +
                                    std::to_string(longest.count()) + " s.");
    }
    return time;
}

std::unique_ptr<HttpClient> http_client(const std::string& base_url, const GatewayOptions& options,
                                        const Cancellation& cancellation,
                                        const std::optional<HttpLogin>& login) {
    HttpLimits limits;
    limits.connect_timeout = time_out(options.connect_timeout, "connecting to the carrier");
    limits.answer_timeout = time_out(options.answer_timeout, "the carrier's answer");
    return std::make_unique<PocoHttpClient>(base_url, options.ca_file, limits, cancellation, login);
}

/// How the clocks of the lines' carriers differ from ours. Warns of it when the words for it change.
/// Threads: the delivery and the replies worker, the carrier lists', the desk, the host's workers; guarded by
/// mutex_.
class ClockDifferences {
  public:
    explicit ClockDifferences(ClockWarned warned) : warned_(std::move(warned)) {}

    void measured(const LineId& line, const std::string& carrier_name, Milliseconds ahead) {
        const std::optional<std::string> warning = clock_warning(carrier_name, ahead);
        const MutexLock lock(mutex_);  // while it is told too: what is told last is what holds
        Known& known = known_[line];
        known.ahead = ahead;
        if (known.warning == warning) return;
        known.warning = warning;
        if (warned_) warned_(line, warning);
    }

    Milliseconds ahead(const LineId& line) const {
        const MutexLock lock(mutex_);
        const auto known = known_.find(line);
        return known == known_.end() ? Milliseconds::zero() : known->second.ahead;
    }

  private:
    struct Known {
        Milliseconds ahead{};
        std::optional<std::string> warning;  ///< that was told
    };

    ClockWarned warned_;
    mutable Mutex mutex_;
    std::map<LineId, Known> known_ GUARDED_BY(mutex_);
};

class CarrierGatewayFactory final : public GatewayFactory {
  public:
    CarrierGatewayFactory(const Clock& clock, const Cancellation& cancellation, ClockWarned clock_warned)
        : clock_(clock),
          cancellation_(cancellation),
          clock_differences_(std::make_shared<ClockDifferences>(std::move(clock_warned))) {
        for (const Carrier* carrier : carriers())
            makers_[carrier] = carrier->gateway_maker();
    }

    std::unique_ptr<Gateway> make(const std::string& carrier_id, const Credentials& credentials,
                                  const GatewayOptions& options) override {
        const Carrier* carrier = find_carrier(carrier_id);
        if (carrier == nullptr) {
            throw std::invalid_argument("The carrier '" + carrier_id + "' is unknown; there are " +
                                        listed_carriers(&Carrier::id, "and") + ".");
        }
        const auto given = options.addresses.find(carrier_id);
        const std::string address =
            given == options.addresses.end() ? carrier->default_address : given->second;
        const auto carrier_clock = carrier_clocks_.of(address + " " + credentials.carrier_account + " " +
                                                      credentials.username + " " + credentials.line.str());
        const auto http = [&](const std::optional<HttpLogin>& login) -> std::unique_ptr<HttpClient> {
            return std::make_unique<TimedHttpClient>(http_client(address, options, cancellation_, login),
                                                     carrier_clock, clock_);
        };
        return std::make_unique<NormalizingGateway>(
            makers_.at(carrier)->make({credentials, address, http}), carrier_clock, clock_,
            [differences = clock_differences_, line = credentials.line, carrier](Milliseconds ahead) {
                differences->measured(line, carrier->label, ahead);
            });
    }

    Milliseconds clock_ahead(const LineId& line) const override { return clock_differences_->ahead(line); }

  private:
    const Clock& clock_;
    const Cancellation& cancellation_;
    std::shared_ptr<ClockDifferences> clock_differences_;
    CarrierClocks carrier_clocks_;
    std::map<const Carrier*, std::unique_ptr<GatewayMaker>> makers_;
};

}  // namespace

std::unique_ptr<GatewayFactory> make_gateway_factory(const Clock& clock, const Cancellation& cancellation,
                                                     ClockWarned clock_warned) {
    return std::make_unique<CarrierGatewayFactory>(clock, cancellation, std::move(clock_warned));
}

std::optional<Refusal> problem_of_ca_file(const std::string& ca_file) {
    if (ca_file.empty()) return std::nullopt;
    try {
        const TlsTrust trust(ca_file);
        return std::nullopt;
    } catch (const std::invalid_argument& problem) {
        return Refusal{problem.what()};
    }
}

}  // namespace send_text
