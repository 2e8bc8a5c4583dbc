#pragma once

#include <map>
#include <memory>
#include <string>

#include "core/time.hpp"
#include "gateway/gateway.hpp"
#include "model/line_id.hpp"

namespace send_text {

/// How to reach a carrier. The values come from the settings.
struct GatewayOptions {
    std::map<std::string, std::string> addresses = {};  ///< by carrier; of others its own
    std::string ca_file;                                ///< PEM; empty: the system's certificates
    Seconds connect_timeout{10};
    Seconds answer_timeout{20};
};

/// Makes the gateways of carriers.
class GatewayFactory {
  public:
    virtual ~GatewayFactory() = default;

    /// Makes a gateway for an account; nothing is sent yet. Throws std::invalid_argument, in words, for an
    /// unknown carrier, or for options or an account that make no sense.
    virtual std::unique_ptr<Gateway> make(const std::string& carrier, const Credentials& credentials,
                                          const GatewayOptions& options) = 0;

    /// How far our clock is ahead of that of a line's carrier (behind: less than 0), as far as any of the
    /// line's gateways has been told. Any thread.
    virtual Milliseconds clock_ahead(const LineId&) const { return Milliseconds::zero(); }
};

}  // namespace send_text
