#include "carrier/account_json.hpp"

#include <nlohmann/json.hpp>
#include <set>
#include <stdexcept>

namespace mock_host {

namespace {

using nlohmann::json;

void refuse_unknown_keys(const json& object, const std::set<std::string>& known) {
    for (const auto& [key, value] : object.items()) {
        if (!known.contains(key))
            throw std::invalid_argument("\"" + key + "\" does not belong to an account of this carrier");
    }
}

std::string optional_text(const json& object, const char* key) {
    if (!object.contains(key)) return {};
    if (!object[key].is_string() || object[key].get_ref<const std::string&>().empty())
        throw std::invalid_argument("\"" + std::string(key) + "\" is empty or not a string");
    return object[key].get<std::string>();
}

std::string text(const json& object, const char* key) {
    if (!object.contains(key)) throw std::invalid_argument("\"" + std::string(key) + "\" is missing");
    return optional_text(object, key);
}

std::vector<std::string> texts(const json& value, const std::string& what) {
    if (!value.is_array()) throw std::invalid_argument(what + " must be a list of numbers");
    std::vector<std::string> result;
    for (const json& item : value) {
        if (!item.is_string()) throw std::invalid_argument(what + " must be a list of numbers");
        result.push_back(item.get<std::string>());
    }
    return result;
}

CarrierAccount twilio_account(const json& object) {
    refuse_unknown_keys(object, {"carrier", "account_sid", "auth_token", "api_key_sid", "api_key_secret",
                                 "numbers", "messaging_services", "sms_url"});
    CarrierAccount account;
    account.carrier = "twilio";
    account.username = text(object, "account_sid");
    account.password = text(object, "auth_token");
    account.api_key_sid = optional_text(object, "api_key_sid");
    account.api_key_secret = optional_text(object, "api_key_secret");
    account.sms_url = optional_text(object, "sms_url");
    if (object.contains("numbers")) account.numbers = texts(object["numbers"], "\"numbers\"");
    if (object.contains("messaging_services")) {
        const json& services = object["messaging_services"];
        if (!services.is_object())
            throw std::invalid_argument("\"messaging_services\" must be an object of lists of numbers");
        for (const auto& [sid, numbers] : services.items())
            account.messaging_services[sid] = texts(numbers, "the messaging service \"" + sid + "\"");
    }
    return account;
}

CarrierAccount telnyx_account(const json& object) {
    refuse_unknown_keys(object, {"carrier", "messaging_profile_id", "api_key", "numbers", "webhook_url",
                                 "webhook_failover_url"});
    CarrierAccount account;
    account.carrier = "telnyx";
    account.username = text(object, "messaging_profile_id");
    account.password = text(object, "api_key");
    account.sms_url = optional_text(object, "webhook_url");
    account.failover_url = optional_text(object, "webhook_failover_url");
    if (object.contains("numbers")) account.numbers = texts(object["numbers"], "\"numbers\"");
    return account;
}

}  // namespace

CarrierAccount account_from(const json& object) {
    const std::string carrier = object.contains("carrier") ? text(object, "carrier") : "zipwhip";
    if (carrier == "twilio") return twilio_account(object);
    if (carrier == "telnyx") return telnyx_account(object);
    refuse_unknown_keys(object, {"carrier", "username", "password"});
    CarrierAccount account;
    account.carrier = carrier;
    account.username = text(object, "username");
    account.password = text(object, "password");
    return account;
}

}  // namespace mock_host
