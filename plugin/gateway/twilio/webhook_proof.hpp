#pragma once

#include <optional>
#include <string>

#include "gateway/gateway.hpp"
#include "net/webhook_call.hpp"

namespace send_text::twilio {

/// Whether Twilio made a call for the account. `base` is what stands before the call's target in the address
/// that is configured at Twilio.
///
/// By default Twilio signs with the account's auth token, by HMAC-SHA1. Where a webhook setting of the
/// account names a key, it signs with that key's secret instead and says so in the header
/// X-Twilio-Webhooks-Signature-Settings: "key=<id>,algorithm=HMAC_SHA256". The header itself is not signed,
/// so it chooses nothing that the account does not have: a call with it takes HMAC-SHA256 by `webhook_key`,
/// or by the API key that logs in when it is named; a call without it takes the auth token. Any other
/// algorithm or key is refused. Source: Twilio's documentation of webhook signatures and shared keys, and its
/// Node library.
bool is_genuine(const WebhookCall& call, const std::string& base, const Credentials& credentials,
                const std::optional<Secret>& webhook_key);

/// Whether a call says that a key signed it, and not the auth token.
bool is_signed_by_key(const WebhookCall& call);

}  // namespace send_text::twilio
