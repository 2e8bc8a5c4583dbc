#pragma once

#include <openssl/evp.h>

#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

namespace send_text::testing {

/// A key that signs webhooks, by OpenSSL; another one each time.
class Ed25519Key {
  public:
    Ed25519Key() : key_(EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519"), EVP_PKEY_free) {
        if (!key_) throw std::runtime_error("no key could be made");
    }

    /// In Base64, as its signatures.
    std::string public_key() const {
        std::vector<unsigned char> bytes(32);
        std::size_t size = bytes.size();
        EVP_PKEY_get_raw_public_key(key_.get(), bytes.data(), &size);
        return in_base64(bytes);
    }
    std::string signature_of(const std::string& text) const {
        const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(),
                                                                              EVP_MD_CTX_free);
        std::vector<unsigned char> bytes(64);
        std::size_t size = bytes.size();
        EVP_DigestSignInit(context.get(), nullptr, nullptr, nullptr, key_.get());
        EVP_DigestSign(context.get(), bytes.data(), &size,
                       reinterpret_cast<const unsigned char*>(text.data()), text.size());
        return in_base64(bytes);
    }

  private:
    static std::string in_base64(const std::vector<unsigned char>& bytes) {
        std::vector<unsigned char> encoded((bytes.size() + 2) / 3 * 4 + 1);
        const int size = EVP_EncodeBlock(encoded.data(), bytes.data(), static_cast<int>(bytes.size()));
        return {encoded.begin(), encoded.begin() + size};
    }

    std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> key_;
};

}  // namespace send_text::testing
