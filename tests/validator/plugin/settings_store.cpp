#include "settings_store.hpp"

#include <nlohmann/json.hpp>

#include "json_file.hpp"
#include "staffing_cpp/status_error.hpp"

namespace sound {

using nlohmann::json;

constexpr std::size_t max_bytes = 200;

void SettingsStore::open(const std::string& folder) {
    const std::lock_guard lock(mutex_);
    path_ = folder.empty() ? "" : folder + "/settings.json";
    if (path_.empty()) return;
    const json kept = read_object(path_);
    if (kept.contains("greeting") && kept["greeting"].is_string()) greeting_ = kept["greeting"];
}

std::string SettingsStore::description() {
    return R"({"settings": [{"key": "greeting", "type": "text", "default": "Hello", "label": "Greeting"}]})";
}

std::string SettingsStore::values() const {
    const std::lock_guard lock(mutex_);
    return json{{"greeting", greeting_}}.dump();
}

std::string SettingsStore::change(std::string_view values_json) {
    const json wanted = parsed_object(values_json);
    json problems = json::object();
    for (const auto& [key, value] : wanted.items()) {
        if (key != "greeting") {
            problems[key] = "There is no such setting.";
        } else if (!value.is_string() || value.get<std::string>().size() > max_bytes) {
            problems[key] = "The greeting is a text of at most 200 bytes.";
        }
    }
    if (!problems.empty()) return problems.dump();
    if (wanted.empty()) return {};
    const std::lock_guard lock(mutex_);
    if (path_.empty()) {
        throw staffing::StatusError(STAFFING_STATUS_NOT_SUPPORTED,
                                    "This host has no folder in which settings could be kept.");
    }
    write_object(path_, wanted);
    greeting_ = wanted["greeting"];
    return {};
}

}  // namespace sound
