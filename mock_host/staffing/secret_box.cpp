#include "mock_host/staffing/secret_box.hpp"

#include <sodium.h>

#include <vector>

namespace mock_host {

namespace {

using Bytes = std::vector<unsigned char>;

constexpr std::size_t nonce_bytes = crypto_secretbox_NONCEBYTES;
constexpr std::size_t overhead_bytes = nonce_bytes + crypto_secretbox_MACBYTES;

std::string to_hex(const Bytes& data) {
    std::string hex(data.size() * 2 + 1, '\0');
    sodium_bin2hex(hex.data(), hex.size(), data.data(), data.size());
    hex.pop_back();  // the terminating zero
    return hex;
}

/// Nothing when `hex` holds anything but whole bytes.
std::optional<Bytes> from_hex(std::string_view hex) {
    Bytes result(hex.size() / 2);
    std::size_t written = 0;
    const bool done =
        sodium_hex2bin(result.data(), result.size(), hex.data(), hex.size(), nullptr, &written, nullptr) == 0;
    if (!done || written * 2 != hex.size()) return std::nullopt;
    return result;
}

}  // namespace

std::string SecretBox::seal(std::string_view secret) const {
    Bytes sealed(overhead_bytes + secret.size());
    randombytes_buf(sealed.data(), nonce_bytes);
    crypto_secretbox_easy(sealed.data() + nonce_bytes, reinterpret_cast<const unsigned char*>(secret.data()),
                          secret.size(), sealed.data(), key_.data());
    return to_hex(sealed);
}

std::optional<std::string> SecretBox::open(std::string_view sealed) const {
    const std::optional<Bytes> box = from_hex(sealed);
    if (!box || box->size() < overhead_bytes) return std::nullopt;
    // Made where it is returned: a short string that is moved leaves its characters behind.
    std::optional<std::string> secret(std::in_place, box->size() - overhead_bytes, '\0');
    const int failed = crypto_secretbox_open_easy(reinterpret_cast<unsigned char*>(secret->data()),
                                                  box->data() + nonce_bytes, box->size() - nonce_bytes,
                                                  box->data(), key_.data());
    if (failed != 0) secret.reset();
    return secret;
}

}  // namespace mock_host
