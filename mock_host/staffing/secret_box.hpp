#pragma once

#include <array>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace mock_host {

/// Encrypts with one key (libsodium's secretbox: XSalsa20 and Poly1305). The key is wiped at the end.
class SecretBox {
  public:
    /// A new random key, kept in memory.
    SecretBox();

    /// The key in the file. Throws StaffingError when it is missing or holds no key.
    explicit SecretBox(const std::filesystem::path& key_file);

    ~SecretBox();
    SecretBox(const SecretBox&) = delete;
    SecretBox& operator=(const SecretBox&) = delete;

    /// Writes the key to a new file that only its owner can read. Throws StaffingError, also when there is
    /// such a file already.
    void save(const std::filesystem::path& key_file) const;

    /// Nonce and ciphertext in hexadecimal digits.
    std::string seal(std::string_view secret) const;

    /// Nothing when it was sealed under another key or has been changed.
    std::optional<std::string> open(std::string_view sealed) const;

  private:
    std::array<unsigned char, 32> key_{};
};

}  // namespace mock_host
