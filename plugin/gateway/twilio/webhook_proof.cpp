#include "gateway/twilio/webhook_proof.hpp"

#include <Poco/String.h>

#include <algorithm>
#include <map>
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

std::string value_of(const Settings& settings, const std::string& name) {
    const auto found = settings.find(name);
    return found == settings.end() ? std::string() : found->second;
}

constexpr const char* settings_header = "x-twilio-webhooks-signature-settings";

}  // namespace

bool is_genuine(const WebhookCall& call, const std::string& base, const Credentials& credentials,
                const std::optional<Secret>& webhook_key) {
    const bool has_auth_token = credentials.username == credentials.carrier_account;
    if (!is_signed_by_key(call))
        return has_auth_token && is_signed(call, base, credentials.password, SignatureHash::sha1);
    const Settings settings = parse_settings(call.header(settings_header)).value_or(Settings{});
    const std::string key = value_of(settings, "key");
    if (key.empty() || value_of(settings, "algorithm") != "HMAC_SHA256") return false;
    if (!has_auth_token && key == credentials.username)
        return is_signed(call, base, credentials.password, SignatureHash::sha256);
    return webhook_key && is_signed(call, base, *webhook_key, SignatureHash::sha256);
}

bool is_signed_by_key(const WebhookCall& call) {
    return call.headers.contains(settings_header);
}

}  // namespace send_text::twilio
