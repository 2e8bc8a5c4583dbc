#pragma once

#include <memory>
#include <string>

#include "gateway/gateway.hpp"

namespace send_text {

/// How to reach a carrier. The values come from the settings.
struct GatewayOptions {
    std::string zipwhip_base_url = "https://api.zipwhip.com";
    std::string twilio_base_url = "https://api.twilio.com";
    std::string ca_file;  ///< PEM; empty: the system's certificates
    std::int64_t connect_timeout_seconds = 10;
    std::int64_t answer_timeout_seconds = 20;
};

/// Makes the gateway of a carrier: the one place that knows which carriers there are.
class GatewayFactory {
  public:
    virtual ~GatewayFactory() = default;

    /// Makes a gateway for an account; nothing is sent yet. Throws std::invalid_argument, in words, for an
    /// unknown carrier, or for options or an account that make no sense.
    virtual std::unique_ptr<Gateway> make(const std::string& carrier, const Credentials& credentials,
                                          const GatewayOptions& options) = 0;
};

}  // namespace send_text
