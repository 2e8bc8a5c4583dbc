#pragma once

#include <string>

namespace mock_host::telnyx {

/// The pair of Ed25519 keys of a customer: what its webhooks are signed with, and the public one, in base64,
/// that the customer checks them by. Made of the SHA-256 of its API key, so that a test can say the public
/// key before there is an account; the carrier's own has nothing to do with the API key.
class SigningKey {
  public:
    explicit SigningKey(const std::string& api_key);

    const std::string& public_key() const { return public_key_; }
    /// The header telnyx-signature-ed25519 of what is posted at a time (telnyx-timestamp, in seconds):
    /// Base64(Ed25519(timestamp|body)).
    std::string signature_of(const std::string& timestamp, const std::string& body) const;

  private:
    std::string secret_;
    std::string public_key_;
};

}  // namespace mock_host::telnyx
