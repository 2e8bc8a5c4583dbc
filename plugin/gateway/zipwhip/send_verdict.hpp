#pragma once

#include <optional>
#include <string>

#include "gateway/gateway.hpp"
#include "gateway/zipwhip/envelope.hpp"
#include "net/http_client.hpp"

namespace send_text::zipwhip {

/// Whether the answer refuses the session rather than what was asked: then nothing was done.
bool refuses_session(const HttpAnswer& answer, const std::optional<Envelope>& envelope);

/// Whether it perhaps does: a failure without any reason. Reason enough to log in again and ask again for
/// what may be asked twice; a text may not.
bool may_refuse_session(const HttpAnswer& answer, const std::optional<Envelope>& envelope);

/// How sending `body` ended, by the answer to it. `unknown` wherever the text may have been taken.
SendResult send_verdict(const HttpAnswer& answer, const std::optional<Envelope>& envelope,
                        const std::string& body);

/// What went wrong with any other call, once it is known that something did.
GatewayError call_failure(const HttpAnswer& answer, const std::optional<Envelope>& envelope);

}  // namespace send_text::zipwhip
