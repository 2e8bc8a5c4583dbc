#include "carrier/twilio/signature.hpp"

#include <Poco/Base64Encoder.h>
#include <Poco/HMACEngine.h>
#include <Poco/SHA1Engine.h>

#include <set>
#include <sstream>

namespace mock_host::twilio {

std::string signature_of(const std::string& url, const Parameters& parameters,
                         const std::string& auth_token) {
    // A set sorts by key, then by value, and drops a value that a key has twice: just what is signed.
    const std::set<Parameters::value_type> sorted(parameters.begin(), parameters.end());
    Poco::HMACEngine<Poco::SHA1Engine> engine(auth_token);
    engine.update(url);
    for (const auto& [key, value] : sorted)
        engine.update(key + value);
    std::ostringstream encoded;
    Poco::Base64Encoder encoder(encoded);
    for (const unsigned char byte : engine.digest())
        encoder.put(static_cast<char>(byte));
    encoder.close();
    return encoded.str();
}

}  // namespace mock_host::twilio
