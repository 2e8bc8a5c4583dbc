#pragma once

#include <functional>
#include <nlohmann/json_fwd.hpp>
#include <string>

#include "net/http_client.hpp"

namespace send_text::zipwhip {

/// Makes a call for the line and returns the answer's response. Throws GatewayError when it did not succeed.
using Ask = std::function<nlohmann::json(const std::string& path, const Form& parameters)>;

/// Has Zipwhip call `url` (empty: nobody) when a message of the line comes in, leaves or fares, and no longer
/// any other address that begins with `prefix`. Throws GatewayError that says which step failed; then all is
/// as it was, as far as Zipwhip can be reached. An address, whose end is the key, stands in no words.
void set_webhooks(const Ask& ask, const std::string& prefix, const std::string& url);

}  // namespace send_text::zipwhip
