#include "settings/setting_words.hpp"

#include <algorithm>

#include "settings/setting_definitions.hpp"

namespace send_text {
namespace {

using nlohmann::json;

constexpr Seconds day = std::chrono::days(1);

constexpr TimeUnit time_units[] = {{"second", "seconds", std::chrono::seconds(1)},
                                   {"minute", "minutes", std::chrono::minutes(1)},
                                   {"hour", "hours", std::chrono::hours(1)},
                                   {"day", "days", day}};

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

std::vector<TimeUnit> units_up_to(Seconds length) {
    std::vector<TimeUnit> units;
    for (const TimeUnit& unit : time_units) {
        if (unit.length < length) units.push_back(unit);
    }
    return units;
}

std::string duration_words(Seconds length) {
    const TimeUnit* read_in = &time_units[0];
    for (const TimeUnit& unit : time_units) {
        // A single day is told in hours, as people do.
        if (length >= unit.length && length % unit.length == Seconds::zero() &&
            !(unit.length == day && length == day))
            read_in = &unit;
    }
    const std::int64_t count = length / read_in->length;
    return std::to_string(count) + " " + (count == 1 ? read_in->singular : read_in->plural);
}

std::string amount_words(std::int64_t amount, const std::string& unit) {
    if (unit == "seconds") return duration_words(Seconds(amount));
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
