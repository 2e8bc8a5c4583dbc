#pragma once

#include <functional>
#include <optional>

#include "carrier/http_message.hpp"
#include "carrier/simulator_clock.hpp"

namespace mock_host::twilio {

/// The filters of a list by the time of sending, as the specification and its examples spell them. What is
/// wanted is said by the parameter's name, by its value, or by both together:
///
///     DateSent=2026-01-02                                            on this day
///     DateSent>=…  DateSent%3E=…  DateSent%3E%3D=…  DateSent=%3E%3D…  DateSent>…   then and after
///     DateSent<=…  DateSent%3C=…  DateSent%3C%3D=…  DateSent=%3C%3D…  DateSent<…   then and before
///
/// A day is meant as a whole, a time to the second; without a time zone it is GMT. Times are in ISO 8601 with
/// "T" or a space, in RFC 2822, or as "06/11/2019 22:05:25 MST".
class SentFilter {
  public:
    /// Throws Refusal for a parameter that makes no sense.
    explicit SentFilter(const ApiRequest& request);

    /// Whether a text that was sent then, or has not been sent, is wanted.
    bool accepts(const std::optional<Moment>& sent) const;
    /// The parameters it was made of, as they came.
    const Parameters& parameters() const { return parameters_; }

  private:
    std::vector<std::function<bool(Moment)>> conditions_;
    Parameters parameters_;
};

}  // namespace mock_host::twilio
