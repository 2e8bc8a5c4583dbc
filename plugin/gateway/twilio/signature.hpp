#pragma once

#include <string>

#include "core/secret.hpp"
#include "net/webhook_call.hpp"

namespace send_text::twilio {

/// What a signature is made with, beside the key.
enum class SignatureHash { sha1, sha256 };

/// Whether a webhook was signed with the key (header X-Twilio-Signature). `base` is what stands before the
/// call's target in the address that is configured at Twilio; it counts in all its spellings
/// (signed_addresses.hpp). A form's parameters are signed; of any other body the query's bodySHA256 must be
/// right. Source: Twilio's documentation of webhook security.
bool is_signed(const WebhookCall& call, const std::string& base, const Secret& key, SignatureHash hash);

/// Whether a webhook bears a signature at all, by its form.
bool bears_signature(const WebhookCall& call);

}  // namespace send_text::twilio
