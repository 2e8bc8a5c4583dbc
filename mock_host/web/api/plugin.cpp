#include <nlohmann/json.hpp>

#include "mock_host/loader/host.hpp"
#include "mock_host/loader/plugin_calls.hpp"
#include "mock_host/loader/time_text.hpp"
#include "mock_host/web/api/input.hpp"
#include "mock_host/web/api/routes.hpp"
#include "mock_host/web/api/subjects.hpp"
#include "mock_host/web/running_host.hpp"

// The plug-in's life, what host and plug-in offer each other, and the host's log.

namespace mock_host {

using nlohmann::json;

namespace {

ApiResult plugin(const Endpoint& endpoint) {
    const PluginStatus status = endpoint.host.plugin();
    json asked = json::array();
    for (const PluginStatus::Question& question : status.asked)
        asked.push_back({{"id", question.id}, {"is_given", question.is_given}});
    return json_result({{"state", status.state},
                        {"path", status.path},
                        {"error", status.error},
                        {"id", status.id},
                        {"name", status.name},
                        {"vendor", status.vendor},
                        {"version", status.version},
                        {"description", status.description},
                        {"contract", status.contract},
                        {"offers", status.offers},
                        {"asked", asked},
                        {"misbehaviour", status.misbehaviour}});
}

ApiResult load(const Endpoint& endpoint) {
    const json& body = body_of(endpoint);
    const std::string path = body.contains("path") ? text_at(body, "path") : std::string();
    path.empty() ? endpoint.host.reload() : endpoint.host.load(path);
    return done();
}

ApiResult unload(const Endpoint& endpoint) {
    endpoint.host.unload();
    return done();
}

ApiResult reload(const Endpoint& endpoint) {
    endpoint.host.reload();
    return done();
}

ApiResult log_now(const Endpoint& endpoint) {
    endpoint.host.with_plugin([](Host&, const PluginCalls& plugin) { plugin.flush(); });
    endpoint.host.changed("messages");
    return done();
}

std::string_view severity_word(staffing_log_severity severity) {
    switch (severity) {
        case STAFFING_LOG_DEBUG:
            return "debug";
        case STAFFING_LOG_INFO:
            return "info";
        case STAFFING_LOG_WARNING:
            return "warning";
        case STAFFING_LOG_HOST_MISBEHAVING:
            return "host_misbehaving";
        case STAFFING_LOG_PLUGIN_MISBEHAVING:
            return "plugin_misbehaving";
        default:
            return "error";
    }
}

ApiResult log(const Endpoint& endpoint) {
    constexpr std::size_t max_lines = 1000;
    std::vector<LogLine> lines;
    endpoint.host.on_main_thread([&](Host& host) { lines = host.log().lines(); });
    json list = json::array();
    for (std::size_t i = lines.size() > max_lines ? lines.size() - max_lines : 0; i < lines.size(); ++i) {
        list.push_back({{"time", iso_from_milliseconds(lines[i].time_ms)},
                        {"severity", severity_word(lines[i].severity)},
                        {"source", lines[i].source},
                        {"text", lines[i].text}});
    }
    return json_result({{"lines", std::move(list)}});
}

}  // namespace

void add_plugin_routes(Routes& routes) {
    routes.add("GET", "plugin", plugin);
    routes.add("POST", "plugin/load", load);
    routes.add("POST", "plugin/unload", unload);
    routes.add("POST", "plugin/reload", reload);
    routes.add("POST", "plugin/log_now", log_now);
    routes.add("GET", "log", log);
}

}  // namespace mock_host
