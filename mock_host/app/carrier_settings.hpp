#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

namespace mock_host {

class PluginCalls;

/// The settings, key to value, with which a plug-in takes the simulator at this address for every carrier.
nlohmann::json carrier_settings(const std::string& carrier_url);

/// Those of the wanted settings that the plug-in has; none when it offers no settings. [thread-safe]
nlohmann::json known_settings(const PluginCalls& plugin, const nlohmann::json& wanted);

}  // namespace mock_host
