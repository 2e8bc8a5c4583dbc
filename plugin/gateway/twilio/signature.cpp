#include "gateway/twilio/signature.hpp"

#include <Poco/Base64Encoder.h>
#include <Poco/HMACEngine.h>
#include <Poco/SHA1Engine.h>
#include <Poco/SHA2Engine.h>
#include <Poco/String.h>

#include <algorithm>
#include <map>
#include <set>
#include <sstream>

#include "core/constant_time.hpp"
#include "gateway/twilio/signed_addresses.hpp"
#include "net/url_encoded.hpp"

namespace send_text::twilio {
namespace {

constexpr std::size_t sha1_signature_size = 28;  // in Base64
constexpr std::size_t sha256_signature_size = 44;

// Of a forged call, which could be any: then the likelier spellings of its address have been tried.
constexpr std::size_t max_hashed_bytes = 1 << 20;

/// SHA-256 with the sizes that Poco's HMAC asks for.
class Sha256Engine : public Poco::SHA2Engine {
  public:
    enum { BLOCK_SIZE = 64, DIGEST_SIZE = 32 };
};

std::string in_base64(const Poco::DigestEngine::Digest& digest) {
    std::ostringstream encoded;
    Poco::Base64Encoder encoder(encoded);
    for (const unsigned char byte : digest)
        encoder.put(static_cast<char>(byte));
    encoder.close();
    return encoded.str();
}

/// Base64(HMAC(key, address + parameters)).
template <class Engine>
std::string signature_of(const Secret& key, const std::string& address, const Secret& parameters) {
    Poco::HMACEngine<Engine> engine(key.reveal());
    engine.update(address);
    engine.update(parameters.reveal());
    return in_base64(engine.digest());
}

/// Key and value of each parameter, by key; the values of one key without repeats, sorted.
Secret signed_parameters(const Form& parameters) {
    std::map<std::string_view, std::set<std::string_view>> by_key;
    for (const auto& [key, value] : parameters)
        by_key[key].insert(value);
    std::string text;
    std::size_t size = 0;
    for (const auto& [key, value] : parameters)
        size += key.size() + value.size();
    text.reserve(size);  // so that no part of it stays behind where it stood before
    for (const auto& [key, values] : by_key) {
        for (const std::string_view value : values)
            text.append(key).append(value);
    }
    Secret result(text);
    wipe(text);
    return result;
}

bool has_right_hash(const WebhookCall& call) {
    const std::size_t query = std::min(call.target.find('?'), call.target.size() - 1) + 1;
    const auto parameters = url_decoded(std::string_view(call.target).substr(query));
    if (!parameters) return call.body.empty();
    for (const auto& [name, value] : *parameters) {
        if (name != "bodySHA256") continue;
        Poco::SHA2Engine engine(Poco::SHA2Engine::SHA_256);
        engine.update(call.body.data(), call.body.size());
        return is_equal_in_constant_time(Poco::DigestEngine::digestToHex(engine.digest()),
                                         Poco::toLower(value));
    }
    return call.body.empty();
}

}  // namespace

bool is_signed(const WebhookCall& call, const std::string& base, const Secret& key, SignatureHash hash) {
    const bool is_sha1 = hash == SignatureHash::sha1;
    const std::string signature = call.header("x-twilio-signature");
    if (signature.size() != (is_sha1 ? sha1_signature_size : sha256_signature_size)) return false;
    if (key.empty() || call.target.empty() || (!call.is_form && !has_right_hash(call))) return false;
    const Secret parameters = signed_parameters(call.parameters);
    std::size_t hashed_bytes = 0;
    for (const std::string& address : signed_addresses(base, call.target, call.host)) {
        const std::string right = is_sha1 ? signature_of<Poco::SHA1Engine>(key, address, parameters)
                                          : signature_of<Sha256Engine>(key, address, parameters);
        if (is_equal_in_constant_time(right, signature)) return true;
        hashed_bytes += address.size() + parameters.reveal().size();
        if (hashed_bytes > max_hashed_bytes) return false;
    }
    return false;
}

bool bears_signature(const WebhookCall& call) {
    const std::size_t size = call.header("x-twilio-signature").size();
    return size == sha1_signature_size || size == sha256_signature_size;
}

}  // namespace send_text::twilio
