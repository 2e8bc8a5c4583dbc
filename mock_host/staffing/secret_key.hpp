#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace mock_host {

/// What SecretBox encrypts with. Its memory is wiped at the end.
class SecretKey {
  public:
    static constexpr std::size_t size_bytes = 32;

    static SecretKey random();

    /// Nothing unless these are the digits of one key.
    static std::optional<SecretKey> from_hex(std::string_view hex);

    SecretKey(const SecretKey&) = default;
    SecretKey& operator=(const SecretKey&) = default;
    ~SecretKey();

    /// For the caller to wipe.
    std::string hex() const;
    const unsigned char* data() const { return bytes_.data(); }

  private:
    SecretKey();  ///< throws StaffingError when libsodium cannot be started

    std::array<unsigned char, size_bytes> bytes_{};
};

}  // namespace mock_host
