#pragma once

#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <set>
#include <string>

#include "net/http_client.hpp"

namespace send_text::testing {

/// Base64(HMAC(key, url + each parameter's key and value, sorted and without repeats)), by OpenSSL.
inline std::string webhook_signature(const std::string& url, const Form& parameters, const std::string& key,
                                     const EVP_MD* hash) {
    std::string text = url;
    for (const auto& [name, value] : std::set<Form::value_type>(parameters.begin(), parameters.end()))
        text += name + value;
    unsigned char digest[EVP_MAX_MD_SIZE];
    unsigned size = 0;
    HMAC(hash, key.data(), static_cast<int>(key.size()), reinterpret_cast<const unsigned char*>(text.data()),
         text.size(), digest, &size);
    unsigned char encoded[2 * EVP_MAX_MD_SIZE];
    const int encoded_size = EVP_EncodeBlock(encoded, digest, static_cast<int>(size));
    return {reinterpret_cast<const char*>(encoded), static_cast<std::size_t>(encoded_size)};
}

/// As Twilio signs with an account's auth token.
inline std::string sha1_signature(const std::string& url, const Form& parameters, const std::string& key) {
    return webhook_signature(url, parameters, key, EVP_sha1());
}

/// As Twilio signs with a key of its own.
inline std::string sha256_signature(const std::string& url, const Form& parameters, const std::string& key) {
    return webhook_signature(url, parameters, key, EVP_sha256());
}

}  // namespace send_text::testing
