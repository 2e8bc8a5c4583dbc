#include "carrier/telnyx/signature.hpp"

#include <sodium.h>

#include <array>
#include <stdexcept>

namespace mock_host::telnyx {

namespace {

const unsigned char* bytes_of(const std::string& text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

template <std::size_t Size>
std::string base64_of(const std::array<unsigned char, Size>& bytes) {
    std::string text(sodium_base64_ENCODED_LEN(Size, sodium_base64_VARIANT_ORIGINAL), '\0');
    sodium_bin2base64(text.data(), text.size(), bytes.data(), Size, sodium_base64_VARIANT_ORIGINAL);
    text.pop_back();  // the NUL
    return text;
}

}  // namespace

SigningKey::SigningKey(const std::string& api_key) {
    if (sodium_init() < 0) throw std::runtime_error("the encryption library libsodium could not be started");
    static_assert(crypto_hash_sha256_BYTES == crypto_sign_SEEDBYTES);
    std::array<unsigned char, crypto_sign_SEEDBYTES> seed{};
    std::array<unsigned char, crypto_sign_PUBLICKEYBYTES> public_key{};
    std::array<unsigned char, crypto_sign_SECRETKEYBYTES> secret{};
    crypto_hash_sha256(seed.data(), bytes_of(api_key), api_key.size());
    crypto_sign_seed_keypair(public_key.data(), secret.data(), seed.data());
    secret_.assign(secret.begin(), secret.end());
    public_key_ = base64_of(public_key);
}

std::string SigningKey::signature_of(const std::string& timestamp, const std::string& body) const {
    const std::string signed_text = timestamp + "|" + body;
    std::array<unsigned char, crypto_sign_BYTES> signature{};
    crypto_sign_detached(signature.data(), nullptr, bytes_of(signed_text), signed_text.size(),
                         bytes_of(secret_));
    return base64_of(signature);
}

}  // namespace mock_host::telnyx
