#include "settings/setting_words.hpp"

#include <algorithm>

#include "settings/setting_definitions.hpp"

namespace send_text {
namespace {

using nlohmann::json;

constexpr std::int64_t hour = 3600;
constexpr std::int64_t day = 24 * hour;

constexpr TimeUnit time_units[] = {
    {"second", "seconds", 1}, {"minute", "minutes", 60}, {"hour", "hours", hour}, {"day", "days", day}};

json description_of(const std::string& key) {
    for (const SettingDefinition& definition : setting_definitions()) {
        if (definition.key == key) return definition.description;
    }
    return json::object();
}

std::string choice_words(const json& description, const json& value) {
    for (const json& choice : description.value("choices", json::array())) {
        if (choice.at("value") == value) return choice.at("label").get<std::string>();
    }
    return value.is_string() ? value.get<std::string>() : value.dump();
}

}  // namespace

std::vector<TimeUnit> units_up_to(std::int64_t seconds) {
    std::vector<TimeUnit> units;
    for (const TimeUnit& unit : time_units) {
        if (unit.seconds < seconds) units.push_back(unit);
    }
    return units;
}

std::string duration_words(std::int64_t seconds) {
    const TimeUnit* read_in = &time_units[0];
    for (const TimeUnit& unit : time_units) {
        // A single day is told in hours, as people do.
        if (seconds >= unit.seconds && seconds % unit.seconds == 0 &&
            !(unit.seconds == day && seconds == day))
            read_in = &unit;
    }
    const std::int64_t count = seconds / read_in->seconds;
    return std::to_string(count) + " " + (count == 1 ? read_in->singular : read_in->plural);
}

std::string amount_words(std::int64_t amount, const std::string& unit) {
    if (unit == "seconds") return duration_words(amount);
    return std::to_string(amount) + (unit.empty() ? "" : " " + unit);
}

std::string setting_label(const std::string& key) {
    return description_of(key).value("label", key);
}

std::string setting_value_words(const std::string& key, const json& value) {
    const json description = description_of(key);
    if (value.is_number_integer())
        return amount_words(value.get<std::int64_t>(), description.value("unit", ""));
    if (value.is_array()) {
        std::string words;
        for (const json& each : value)
            words += (words.empty() ? "" : ", ") + choice_words(description, each);
        return words;
    }
    if (value == "") return "(empty)";
    return choice_words(description, value);
}

}  // namespace send_text
