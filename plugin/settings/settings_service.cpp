#include "settings/settings_service.hpp"

#include <algorithm>
#include <utility>

#include "core/time.hpp"
#include "staffing_json/bounded_json.hpp"

namespace send_text {

using nlohmann::json;

SettingsService::SettingsService(SettingsStore& store, std::string store_address, AuditStore& audit,
                                 CurrentSettings& current, Clock& clock, Log& log, SettingsHooks hooks)
    : store_(store),
      store_address_(std::move(store_address)),
      audit_(audit),
      current_(current),
      clock_(clock),
      log_(log),
      hooks_(std::move(hooks)) {}

void SettingsService::load() {
    json stored = json::object();
    for (const auto& [key, text] : store_.load())
        stored[key] = staffing::json_or_discarded(text);
    Problems problems;
    Settings settings = with_values(Settings(), stored, problems);
    while (!problems.empty()) {
        log_.warning("A stored setting is invalid, so its default is used. " + problems.begin()->second);
        stored.erase(problems.begin()->first);
        problems.clear();
        settings = with_values(Settings(), stored, problems);
    }
    settings.store_address = store_address_;
    current_.set(std::move(settings));
}

Problems SettingsService::try_out() {
    const MutexLock lock(changing_);
    return hooks_.try_out(*current_.get());
}

json SettingsService::values() const {
    return to_json(*current_.get());
}

Problems SettingsService::change(const json& values, const Sender& who) {
    if (!values.is_object()) return {{"", "The settings must be an object, key to value."}};
    const MutexLock lock(changing_);
    const std::shared_ptr<const Settings> before = current_.get();
    Problems problems;
    Settings changed = with_values(*before, values, problems);
    check_action_code(values, problems);
    if (problems.empty()) problems = hooks_.try_out(changed);
    if (!problems.empty()) return refused(problems, who);

    const json defaults = to_json(Settings());
    const json old_values = to_json(*before);
    const json new_values = to_json(changed);
    const TimePoint now = clock_.now();
    std::map<std::string, std::string> differing;
    std::vector<AuditEntry> entries;
    for (const auto& [key, value] : new_values.items()) {
        if (value != defaults.at(key)) differing[key] = value.dump();
        if (value == old_values.at(key)) continue;
        entries.push_back({.at = now,
                           .who = who,
                           .action = "setting.change",
                           .subject = key,
                           .outcome = "done",
                           .detail = old_values.at(key).dump() + " -> " + value.dump()});
    }
    try {
        store_.save(differing, entries, who.rep_id, now);
    } catch (...) {
        hooks_.try_out(*before);
        throw;
    }
    current_.set(std::move(changed));
    return {};
}

Problems SettingsService::refused(const Problems& problems, const Sender& who) {
    std::vector<AuditEntry> entries;
    for (const auto& [key, problem] : problems) {
        entries.push_back({.at = clock_.now(),
                           .who = who,
                           .action = "setting.change",
                           .subject = key,
                           .outcome = "refused",
                           .detail = problem});
    }
    audit_.add(entries);
    return problems;
}

void SettingsService::check_action_code(const json& values, Problems& problems) const {
    const auto wanted = values.find("action_code");
    if (wanted == values.end() || problems.contains("action_code")) return;

    const std::vector<ActionCode> codes = hooks_.action_codes();
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
                                  " cannot be used for both employees and contacts. Choose one that can.";
    }
}

}  // namespace send_text
