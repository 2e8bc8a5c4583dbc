#include "mock_host/app/carrier_settings.hpp"

#include <nlohmann/json.hpp>

#include "mock_host/loader/plugin_calls.hpp"

namespace mock_host {

using nlohmann::json;

json carrier_settings(const std::string& carrier_url) {
    return {{"zipwhip_base_url", carrier_url},
            {"twilio_base_url", carrier_url},
            {"telnyx_base_url", carrier_url}};
}

json known_settings(const PluginCalls& plugin, const json& wanted) {
    json known = json::object();
    try {
        for (const json& setting : plugin.describe_settings().value("settings", json::array())) {
            const std::string key = setting.value("key", "");
            if (wanted.contains(key)) known[key] = wanted[key];
        }
    } catch (const staffing::StatusError& e) {
        if (e.status() != STAFFING_STATUS_NOT_SUPPORTED) throw;
    }
    return known;
}

}  // namespace mock_host
