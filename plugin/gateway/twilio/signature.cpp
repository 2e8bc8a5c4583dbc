#include "gateway/twilio/signature.hpp"

#include <Poco/Base64Encoder.h>
#include <Poco/Exception.h>
#include <Poco/HMACEngine.h>
#include <Poco/SHA1Engine.h>
#include <Poco/SHA2Engine.h>
#include <Poco/URI.h>

#include <algorithm>
#include <map>
#include <set>
#include <sstream>

#include "core/constant_time.hpp"

namespace send_text::twilio {
namespace {

/// Base64(HMAC-SHA1(token, text)).
std::string signature_of(const Secret& auth_token, const std::string& text) {
    Poco::HMACEngine<Poco::SHA1Engine> engine(auth_token.reveal());
    engine.update(text);
    std::ostringstream encoded;
    Poco::Base64Encoder encoder(encoded);
    for (const unsigned char byte : engine.digest())
        encoder.put(static_cast<char>(byte));
    encoder.close();
    return encoded.str();
}

/// Key and value of each parameter, by key; the values of one key without repeats, sorted.
std::string signed_parameters(const Form& parameters) {
    std::map<std::string, std::set<std::string>> by_key;
    for (const auto& [key, value] : parameters)
        by_key[key].insert(value);
    std::string text;
    for (const auto& [key, values] : by_key) {
        for (const std::string& value : values)
            text += key + value;
    }
    return text;
}

/// The url with its scheme's port where it names none, and without where it does; empty when it is another
/// one.
std::string with_port_changed(const std::string& url) {
    const std::size_t host = url.find("://");
    if (host == std::string::npos) return {};
    const std::string port = url.starts_with("https:") ? ":443" : ":80";
    const std::size_t end = std::min(url.find_first_of("/?", host + 3), url.size());
    const std::string authority = url.substr(0, end);
    if (authority.ends_with(port))
        return authority.substr(0, authority.size() - port.size()) + url.substr(end);
    if (authority.find(':', host + 3) != std::string::npos) return {};
    return authority + port + url.substr(end);
}

bool has_right_hash(const std::string& url, std::string_view body) {
    try {
        for (const auto& [name, value] : Poco::URI(url).getQueryParameters()) {
            if (name != "bodySHA256") continue;
            Poco::SHA2Engine engine(Poco::SHA2Engine::SHA_256);
            engine.update(body.data(), body.size());
            return is_equal_in_constant_time(Poco::DigestEngine::digestToHex(engine.digest()), value);
        }
    } catch (const Poco::Exception&) {
        return false;  // no url
    }
    return body.empty();
}

}  // namespace

bool is_signed(const Secret& auth_token, const std::string& url, const Form& parameters,
               std::string_view body, bool is_form, const std::string& signature) {
    if (auth_token.empty() || (!is_form && !has_right_hash(url, body))) return false;
    const std::string suffix = is_form ? signed_parameters(parameters) : std::string();
    bool is_right = is_equal_in_constant_time(signature_of(auth_token, url + suffix), signature);
    if (const std::string other = with_port_changed(url); !other.empty()) {
        is_right = is_equal_in_constant_time(signature_of(auth_token, other + suffix), signature) || is_right;
    }
    return is_right;
}

}  // namespace send_text::twilio
