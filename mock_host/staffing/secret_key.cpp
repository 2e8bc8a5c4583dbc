#include "mock_host/staffing/secret_key.hpp"

#include <sodium.h>

#include "mock_host/staffing/errors.hpp"

namespace mock_host {

static_assert(crypto_secretbox_KEYBYTES == SecretKey::size_bytes);

SecretKey::SecretKey() {
    if (sodium_init() < 0) throw StaffingError("The encryption library libsodium could not be started.");
}

SecretKey::~SecretKey() {
    sodium_memzero(bytes_.data(), bytes_.size());
}

SecretKey SecretKey::random() {
    SecretKey key;
    crypto_secretbox_keygen(key.bytes_.data());
    return key;
}

std::optional<SecretKey> SecretKey::from_hex(std::string_view hex) {
    SecretKey key;
    std::size_t written = 0;
    const bool all_digits = sodium_hex2bin(key.bytes_.data(), size_bytes, hex.data(), hex.size(), nullptr,
                                           &written, nullptr) == 0;
    if (!all_digits || written != size_bytes || hex.size() != 2 * size_bytes) return std::nullopt;
    return key;
}

std::string SecretKey::hex() const {
    std::string hex(2 * size_bytes + 1, '\0');
    sodium_bin2hex(hex.data(), hex.size(), bytes_.data(), size_bytes);
    hex.pop_back();  // the terminating zero
    return hex;
}

}  // namespace mock_host
