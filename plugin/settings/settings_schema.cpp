#include "settings/settings_schema.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "core/texting_hours.hpp"
#include "settings/setting_definitions.hpp"

namespace send_text {

using nlohmann::json;

json describe_settings() {
    const Settings defaults;
    json described = json::array();
    for (const SettingDefinition& definition : setting_definitions()) {
        json one = definition.description;
        one["key"] = definition.key;
        one["default"] = definition.read(defaults);
        described.push_back(std::move(one));
    }
    return {{"settings", std::move(described)}, {"groups", setting_groups()}};
}

json to_json(const Settings& settings) {
    json values = json::object();
    for (const SettingDefinition& definition : setting_definitions())
        values[definition.key] = definition.read(settings);
    return values;
}

Settings with_values(const Settings& settings, const json& values, Problems& problems) {
    Settings changed = settings;
    const std::vector<SettingDefinition> known = setting_definitions();
    for (const auto& [key, value] : values.items()) {
        const auto found =
            std::find_if(known.begin(), known.end(),
                         [&key = key](const SettingDefinition& definition) { return definition.key == key; });
        if (found == known.end()) {
            problems[key] = "There is no setting \"" + key + "\".";
            continue;
        }
        try {
            found->write(changed, value);
        } catch (const std::invalid_argument& problem) {
            problems[key] = found->description.at("label").get<std::string>() + " " + problem.what();
        }
    }
    if (changed.hours_end - changed.hours_begin < min_texting_hours &&
        !problems.contains("texting_hours_begin") && !problems.contains("texting_hours_end")) {
        problems[values.contains("texting_hours_end") ? "texting_hours_end" : "texting_hours_begin"] =
            "Texting hours must end at least four hours after they begin: some numbers may be in any of "
            "several time zones and are texted only during the hours of all of them.";
    }
    return changed;
}

}  // namespace send_text
