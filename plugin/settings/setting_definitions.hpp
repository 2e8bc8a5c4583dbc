#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "model/settings.hpp"

namespace send_text {

/// One setting: how it is described, read and written. `write` throws std::invalid_argument with the rest of
/// a sentence that begins with the label.
struct SettingDefinition {
    std::string key;
    nlohmann::json description;
    std::function<nlohmann::json(const Settings&)> read;
    std::function<void(Settings&, const nlohmann::json&)> write;
};

/// All settings, group by group.
std::vector<SettingDefinition> setting_definitions();

/// The groups in which they are shown (settings.schema.json).
nlohmann::json setting_groups();

}  // namespace send_text
