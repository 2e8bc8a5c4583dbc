#include "settings/settings_service.hpp"

#include <algorithm>
#include <utility>

#include <nlohmann/json.hpp>

namespace send_text {

using nlohmann::json;

SettingsService::SettingsService(SettingsStore& store, CurrentSettings& current, Clock& clock, Log& log,
                                 std::function<std::vector<ActionCode>()> action_codes)
    : store_(store), current_(current), clock_(clock), log_(log), action_codes_(std::move(action_codes)) {}

void SettingsService::load() {
    Settings settings;
    for (const auto& [key, text] : store_.load()) {
        Problems problems;
        const Settings changed = with_values(settings, {{key, json::parse(text, nullptr, false)}}, problems);
        if (problems.empty()) {
            settings = changed;
        } else {
            log_.warning("A stored setting is left at its default. " + problems.begin()->second);
        }
    }
    current_.set(std::move(settings));
}

json SettingsService::values() const {
    return to_json(*current_.get());
}

Problems SettingsService::change(const json& values, std::int64_t changed_by_rep_id) {
    if (!values.is_object()) return {{"", "The settings must be an object, key to value."}};
    const std::lock_guard lock(changing_);
    Problems problems;
    Settings changed = with_values(*current_.get(), values, problems);
    check_action_code(values, problems);
    if (!problems.empty()) return problems;

    const json defaults = to_json(Settings());
    const json wanted = to_json(changed);
    std::map<std::string, std::string> differing;
    for (const auto& [key, value] : wanted.items()) {
        if (value != defaults.at(key)) differing[key] = value.dump();
    }
    store_.save(differing, changed_by_rep_id, clock_.now_ms());
    current_.set(std::move(changed));
    return {};
}

void SettingsService::check_action_code(const json& values, Problems& problems) const {
    const auto wanted = values.find("action_code");
    if (wanted == values.end() || problems.contains("action_code")) return;

    const std::vector<ActionCode> codes = action_codes_();
    const auto code = std::find_if(codes.begin(), codes.end(),
                                   [&](const ActionCode& known) { return known.code == *wanted; });
    const auto quoted = "\"" + wanted->get<std::string>() + "\"";
    if (code == codes.end()) {
        problems["action_code"] =
            "There is no message action code " + quoted + ". Choose one that the host has.";
    } else if (!code->is_active) {
        problems["action_code"] =
            "The message action code " + quoted + " is not active. Choose an active one.";
    } else if (!code->side_effect.empty()) {
        problems["action_code"] = "Conversations cannot be logged under " + quoted +
                                  ", because it has a side effect: " + code->side_effect +
                                  ". Choose a code without one.";
    } else if (!code->relevant_to_employees || !code->relevant_to_contacts) {
        problems["action_code"] = "The message action code " + quoted +
                                  " cannot stand on both employees and contacts. Choose one that can.";
    }
}

}  // namespace send_text
