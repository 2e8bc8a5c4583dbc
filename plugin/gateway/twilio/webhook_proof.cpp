#include "gateway/twilio/webhook_proof.hpp"

#include <Poco/String.h>

#include <map>
#include <optional>
#include <string_view>

#include "gateway/twilio/signature.hpp"

namespace send_text::twilio {
namespace {

using Settings = std::map<std::string, std::string>;

/// "name=value,name=value", with blanks around them or without. Nothing when it is malformed or says a thing
/// twice.
std::optional<Settings> parse_settings(const std::string& text) {
    Settings settings;
    std::string_view rest = text;
    while (!rest.empty()) {
        const std::string_view part = rest.substr(0, rest.find(','));
        rest.remove_prefix(std::min(part.size() + 1, rest.size()));
        const std::size_t equals = part.find('=');
        if (equals == std::string_view::npos) return std::nullopt;
        const std::string name = Poco::toLower(Poco::trim(std::string(part.substr(0, equals))));
        const std::string value = Poco::trim(std::string(part.substr(equals + 1)));
        if (!settings.emplace(name, value).second) return std::nullopt;
    }
    return settings;
}

bool names(const Settings& settings, const std::string& name, const std::string& value) {
    const auto found = settings.find(name);
    return found != settings.end() && found->second == value;
}

}  // namespace

bool is_genuine(const WebhookCall& call, const std::string& base, const Credentials& credentials) {
    const bool has_auth_token = credentials.username == credentials.carrier_account;
    const auto settings = call.headers.find("x-twilio-webhooks-signature-settings");
    if (settings == call.headers.end())
        return has_auth_token && is_signed(call, base, credentials.password, SignatureHash::sha1);
    const auto parsed = parse_settings(settings->second);
    return !has_auth_token && parsed && names(*parsed, "key", credentials.username) &&
           names(*parsed, "algorithm", "HMAC_SHA256") &&
           is_signed(call, base, credentials.password, SignatureHash::sha256);
}

}  // namespace send_text::twilio
