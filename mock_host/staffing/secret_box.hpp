#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "mock_host/staffing/secret_key.hpp"

namespace mock_host {

/// Encrypts with one key (libsodium's secretbox: XSalsa20 and Poly1305).
class SecretBox {
  public:
    explicit SecretBox(const SecretKey& key) : key_(key) {}

    /// Nonce and ciphertext in hexadecimal digits.
    std::string seal(std::string_view secret) const;

    /// The secret, for the caller to wipe; nothing when it was sealed under another key or has been changed.
    std::optional<std::string> open(std::string_view sealed) const;

  private:
    SecretKey key_;
};

}  // namespace mock_host
