#include <nlohmann/json.hpp>

#include "mock_host/loader/plugin_calls.hpp"
#include "mock_host/web/api/input.hpp"
#include "mock_host/web/api/plugin_answer.hpp"
#include "mock_host/web/api/routes.hpp"
#include "mock_host/web/api/subjects.hpp"
#include "mock_host/web/running_host.hpp"

// Backups of what the plug-in keeps.

namespace mock_host {

using nlohmann::json;

namespace {

ApiResult backups(const Endpoint& endpoint) {
    json answer{{"folder", ""}, {"backups", json::array()}};
    answer["refusal"] =
        refusal_of_call(endpoint.host, [&](const PluginCalls& plugin) { answer.update(plugin.backups()); });
    return json_result(answer);
}

ApiResult back_up(const Endpoint& endpoint) {
    const std::string path = text_at(body_of(endpoint), "path");
    std::string written;
    endpoint.host.with_plugin([&](Host&, const PluginCalls& plugin) { written = plugin.back_up(path); });
    endpoint.host.changed("backups");
    return json_result({{"path", written}});
}

ApiResult restore(const Endpoint& endpoint) {
    const std::string path = text_at(body_of(endpoint), "path");
    endpoint.host.with_plugin([&](Host&, const PluginCalls& plugin) { plugin.restore(path); });
    for (const char* const topic : {"backups", "settings", "accounts", "audit"})
        endpoint.host.changed(topic);
    return done();
}

}  // namespace

void add_store_routes(Routes& routes) {
    routes.add_for_administrators("GET", "store/backups", backups);
    routes.add_for_administrators("POST", "store/backups", back_up);
    routes.add_for_administrators("POST", "store/restore", restore);
}

}  // namespace mock_host
