#pragma once

#include <string>

#include "gateway/gateway.hpp"
#include "gateway/webhook_call.hpp"

namespace send_text::twilio {

/// Whether Twilio made a call for the account. `base` is what stands before the call's target in the address
/// that is configured at Twilio.
///
/// By default Twilio signs with the account's auth token, by HMAC-SHA1. Where a webhook setting of the
/// account names a key, it signs with that key's secret instead and says so in the header
/// X-Twilio-Webhooks-Signature-Settings: "key=<id>,algorithm=HMAC_SHA256". The header itself is not signed,
/// so it chooses nothing that the account does not have: an account that logs in by its auth token takes
/// signatures by that token only, one that logs in by an API key takes HMAC-SHA256 by that key only, and any
/// other key or algorithm is refused. Source: Twilio's documentation of webhook signatures, and its Node
/// library.
bool is_genuine(const WebhookCall& call, const std::string& base, const Credentials& credentials);

}  // namespace send_text::twilio
