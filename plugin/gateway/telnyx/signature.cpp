#include "gateway/telnyx/signature.hpp"

#include <openssl/evp.h>

#include <charconv>
#include <memory>
#include <optional>
#include <vector>

#include "net/openssl_error_queue_guard.hpp"

namespace send_text::telnyx {
namespace {

constexpr std::size_t key_size = 32;
constexpr std::size_t signature_size = 64;
constexpr Milliseconds max_age = std::chrono::minutes(5);

using Bytes = std::vector<unsigned char>;

/// Nothing unless it is the Base64 of so many bytes, which are no multiple of three: so it is padded.
std::optional<Bytes> from_base64(const std::string& text, std::size_t size) {
    const std::size_t padding = 3 - size % 3;
    if (text.size() != (size + padding) / 3 * 4) return std::nullopt;
    if (text.find('=') != text.size() - padding || !text.ends_with(std::string(padding, '=')))
        return std::nullopt;
    Bytes bytes(size + padding);
    const int decoded = EVP_DecodeBlock(bytes.data(), reinterpret_cast<const unsigned char*>(text.data()),
                                        static_cast<int>(text.size()));
    if (decoded != static_cast<int>(bytes.size())) return std::nullopt;
    bytes.resize(size);
    return bytes;
}

std::optional<std::int64_t> seconds_in(const std::string& text) {
    std::int64_t seconds = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
    constexpr std::int64_t year_10000 = 253'402'300'800;
    const bool is_time = error == std::errc() && end == text.data() + text.size();
    return is_time && seconds > 0 && seconds < year_10000 ? std::optional(seconds) : std::nullopt;
}

bool is_by_key(const std::string& text, const Bytes& signature, const Bytes& key) {
    const OpenSslErrorQueueGuard errors;  // the queue may be the host's
    const std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> public_key(
        EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, key.data(), key.size()), EVP_PKEY_free);
    const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(), EVP_MD_CTX_free);
    if (!public_key || !context) return false;
    if (EVP_DigestVerifyInit(context.get(), nullptr, nullptr, nullptr, public_key.get()) != 1) return false;
    return EVP_DigestVerify(context.get(), signature.data(), signature.size(),
                            reinterpret_cast<const unsigned char*>(text.data()), text.size()) == 1;
}

}  // namespace

bool is_public_key(const std::string& text) {
    return from_base64(text, key_size).has_value();
}

bool is_signed(const WebhookCall& call, const std::string& public_key, TimePoint now) {
    const std::string time_stamp = call.header("telnyx-timestamp");
    const auto key = from_base64(public_key, key_size);
    const auto signature = from_base64(call.header("telnyx-signature-ed25519"), signature_size);
    const auto seconds = seconds_in(time_stamp);
    if (!key || !signature || !seconds || now - TimePoint(Seconds(*seconds)) > max_age) return false;
    return is_by_key(time_stamp + "|" + call.body, *signature, *key);
}

}  // namespace send_text::telnyx
