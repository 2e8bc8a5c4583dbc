#include <nlohmann/json.hpp>

#include "mock_host/app/scenario/errors.hpp"
#include "mock_host/app/scenario/object_reader.hpp"
#include "mock_host/app/scenario/stage.hpp"
#include "mock_host/app/scenario/step.hpp"
#include "mock_host/app/scenario/steps/outcome.hpp"
#include "mock_host/app/scenario/text_expectation.hpp"
#include "mock_host/app/scenario/transcript.hpp"

// change_settings, settings

namespace mock_host {

using nlohmann::json;

namespace {

using Problems = std::map<std::string, std::string>;

std::string draw(const Problems& problems) {
    std::string text;
    for (const auto& [key, words] : problems)
        text += key + ": " + words + "\n";
    return text.empty() ? "It was accepted.\n" : text;
}

/// The object behind a key; an empty one when it is missing.
json read_object(ObjectReader& reader, const std::string& key) {
    const json* const found = reader.value(key);
    if (found != nullptr && !found->is_object()) reader.refuse("\"" + key + "\" must be an object");
    return found == nullptr ? json::object() : *found;
}

Step change_settings(const json& value, const std::string& where) {
    ObjectReader reader(value, where);
    if (!reader.has("values")) reader.refuse("\"values\" is missing");
    const json values = read_object(reader, "values");
    const json refused_source = read_object(reader, "refused");
    const Problems refused = ObjectReader(refused_source, where + ", \"refused\"").other_texts();
    const Outcome outcome = Outcome::done_or_denied(reader);
    reader.finish();
    return {"Changes settings: " + values.dump(),
            [values, refused, outcome](Stage& stage) {
                Problems problems;
                outcome.hold(stage, "the change",
                             [&, plugin = stage.plugin()] { problems = plugin.change_settings(values); });
                if (!outcome.is_done()) return;
                if (!problems.empty()) stage.transcript().seen(draw(problems));
                if (refused.empty() && !problems.empty())
                    throw NotAsStated("the settings are accepted", draw(problems));
                for (const auto& [key, words] : refused) {
                    const std::string problem = TextExpectation{{words}, {}}.problem(problems[key]);
                    if (!problems[key].empty() && problem.empty()) continue;
                    throw NotAsStated("\"" + key + "\" is refused, and of the words: " + problem,
                                      draw(problems));
                }
            },
            {}};
}

/// "· Conversation window: 86400 seconds (60 to 2592000)", one a line.
std::string draw_settings(const json& settings, const json& values) {
    std::string text;
    for (const json& setting : settings) {
        const json& value = values.at(setting.at("key").get<std::string>());
        text += "· " + setting.at("label").get<std::string>() + ": " +
                (value.is_string() ? value.get<std::string>() : value.dump());
        const std::string unit = setting.value("unit", "");
        if (!unit.empty()) text += " " + unit;
        if (setting.contains("minimum") && setting.contains("maximum"))
            text += " (" + setting["minimum"].dump() + " to " + setting["maximum"].dump() + ")";
        text += "\n";
    }
    return text;
}

void expect_described(const json& setting, const json& expected, const std::string& drawn) {
    for (const auto& [property, wanted] : expected.items()) {
        const json seen = setting.value(property, json());
        const bool is_so = wanted.is_string() && seen.is_string()
                               ? seen.get<std::string>().find(wanted.get<std::string>()) != std::string::npos
                               : seen == wanted;
        if (is_so) continue;
        throw NotAsStated("\"" + setting["key"].get<std::string>() + "\" has the " + property + " " +
                              wanted.dump() + ", not " + seen.dump(),
                          drawn);
    }
}

Step settings(const json& value, const std::string& where) {
    ObjectReader reader(value, where);
    const json expected_values = read_object(reader, "values");
    const json expected_descriptions = read_object(reader, "described");
    for (const auto& [key, properties] : expected_descriptions.items()) {
        if (!properties.is_object()) reader.refuse("\"described\", \"" + key + "\" must be an object");
    }
    const Outcome outcome = Outcome::done_or_denied(reader);
    reader.finish();
    return {"Looks at the settings",
            [expected_values, expected_descriptions, outcome](Stage& stage) {
                json values;
                outcome.hold(stage, "the look at the settings",
                             [&, plugin = stage.plugin()] { values = plugin.settings(); });
                if (!outcome.is_done()) return;
                const json described = stage.plugin().describe_settings().at("settings");
                const std::string drawn = draw_settings(described, values);
                stage.transcript().seen(drawn);
                for (const auto& [key, wanted] : expected_values.items()) {
                    if (values.value(key, json()) != wanted)
                        throw NotAsStated("\"" + key + "\" is " + wanted.dump(), drawn);
                }
                for (const auto& [key, properties] : expected_descriptions.items()) {
                    const auto setting =
                        std::find_if(described.begin(), described.end(),
                                     [&key = key](const json& one) { return one["key"] == key; });
                    if (setting == described.end()) throw NotAsStated("a setting \"" + key + "\"", drawn);
                    expect_described(*setting, properties, drawn);
                }
            },
            {}};
}

}  // namespace

StepFamily setting_steps() {
    return {{"change_settings", change_settings}, {"settings", settings}};
}

}  // namespace mock_host
