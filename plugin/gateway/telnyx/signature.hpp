#pragma once

#include <cstdint>
#include <string>

#include "core/time.hpp"
#include "net/webhook_call.hpp"

namespace send_text::telnyx {

/// Whether a text is a public key as Telnyx shows it: Base64 of 32 bytes.
bool is_public_key(const std::string& text);

/// Whether Telnyx made a call: the header telnyx-signature-ed25519 is the Ed25519 signature over its time
/// stamp (header telnyx-timestamp, in seconds), "|" and the body, by the account's key. One that is older
/// than five minutes may be somebody's who overheard it. `now` is by Telnyx's clock. Source: Telnyx's
/// documentation of webhooks, and its libraries.
bool is_signed(const WebhookCall& call, const std::string& public_key, TimePoint now);

}  // namespace send_text::telnyx
