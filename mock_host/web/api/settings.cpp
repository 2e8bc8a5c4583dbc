#include <nlohmann/json.hpp>

#include "mock_host/loader/plugin_calls.hpp"
#include "mock_host/web/api/input.hpp"
#include "mock_host/web/api/plugin_answer.hpp"
#include "mock_host/web/api/routes.hpp"
#include "mock_host/web/api/subjects.hpp"
#include "mock_host/web/running_host.hpp"

namespace mock_host {

using nlohmann::json;

namespace {

ApiResult settings(const Endpoint& endpoint) {
    json answer{{"settings", json::array()}, {"groups", json::array()}, {"values", json::object()}};
    answer["refusal"] = refusal_of_call(endpoint.host, [&](const PluginCalls& plugin) {
        const json described = plugin.describe_settings();
        answer["settings"] = described.value("settings", json::array());
        answer["groups"] = described.value("groups", json::array());
        answer["values"] = plugin.settings();
    });
    return json_result(answer);
}

ApiResult change(const Endpoint& endpoint) {
    const json& values = object_at(body_of(endpoint), "values");
    std::map<std::string, std::string> problems;
    endpoint.host.with_plugin(
        [&](Host&, const PluginCalls& plugin) { problems = plugin.change_settings(values); });
    if (!problems.empty()) {
        throw ApiError(409, "Nothing was changed. Correct what is marked, then try again.",
                       {{"problems", problems}});
    }
    endpoint.host.changed("settings");
    return done();
}

}  // namespace

void add_setting_routes(Routes& routes) {
    routes.add_for_administrators("GET", "settings", settings);
    routes.add_for_administrators("PUT", "settings", change);
}

}  // namespace mock_host
