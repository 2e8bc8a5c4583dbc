#include <nlohmann/json.hpp>

#include "mock_host/app/scenario/errors.hpp"
#include "mock_host/app/scenario/object_reader.hpp"
#include "mock_host/app/scenario/stage.hpp"
#include "mock_host/app/scenario/step.hpp"
#include "mock_host/app/scenario/text_expectation.hpp"
#include "mock_host/app/scenario/transcript.hpp"

// change_settings

namespace mock_host {

using nlohmann::json;

namespace {

using Problems = std::map<std::string, std::string>;

std::string draw(const Problems& problems) {
    std::string text;
    for (const auto& [key, words] : problems)
        text += key + ": " + words + "\n";
    return text.empty() ? "It was taken.\n" : text;
}

Step change_settings(const json& value, const std::string& where) {
    ObjectReader reader(value, where);
    const json* const values = reader.value("values");
    if (values == nullptr || !values->is_object())
        reader.refuse("\"values\" must be an object, key to value");
    std::map<std::string, std::string> refused;
    if (const json* const expected = reader.value("refused")) {
        ObjectReader keys(*expected, where + ", \"refused\"");
        for (const auto& [key, ignored] : expected->items())
            refused[key] = keys.text(key);
    }
    reader.finish();
    return {"Changes settings: " + values->dump(),
            [values = *values, refused](Stage& stage) {
                Problems problems;
                const PluginCalls plugin = stage.plugin();
                stage.on_worker([&] { problems = plugin.change_settings(values); });
                if (!problems.empty()) stage.transcript().seen(draw(problems));
                if (refused.empty() && !problems.empty())
                    throw NotAsStated("the settings are taken", draw(problems));
                for (const auto& [key, words] : refused) {
                    const std::string problem = TextExpectation{{words}, {}}.problem(problems[key]);
                    if (!problems[key].empty() && problem.empty()) continue;
                    throw NotAsStated("\"" + key + "\" is refused, and of the words: " + problem,
                                      draw(problems));
                }
            },
            {}};
}

}  // namespace

StepFamily setting_steps() {
    return {{"change_settings", change_settings}};
}

}  // namespace mock_host
