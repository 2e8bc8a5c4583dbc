#include "mock_host/loader/host.hpp"
#include "mock_host/loader/plugin_calls.hpp"
#include "mock_host/web/api/input.hpp"
#include "mock_host/web/api/routes.hpp"
#include "mock_host/web/api/subjects.hpp"
#include "mock_host/web/running_host.hpp"

namespace mock_host {

namespace {

void change_session(RunningHost& host, const std::function<void(LoginSession&)>& change) {
    host.on_main_thread([&](Host& running) { change(running.session()); });
    host.changed("session");
    host.changed("notifications");  // which of them are for whoever is logged in
    try {
        host.with_plugin_on_main_thread([](Host&, const PluginCalls& plugin) { plugin.session_changed(); });
    } catch (const NoPlugin&) {
        // Nobody else wants to know.
    }
}

ApiResult log_in(const Endpoint& endpoint) {
    const std::string name = text_at(body_of(endpoint), "login_name");
    change_session(endpoint.host, [&](LoginSession& session) { session.log_in(name); });
    return done();
}

ApiResult log_out(const Endpoint& endpoint) {
    change_session(endpoint.host, [](LoginSession& session) { session.log_out(); });
    return done();
}

}  // namespace

void add_session_routes(Routes& routes) {
    routes.add("POST", "session", log_in);
    routes.add("DELETE", "session", log_out);
}

}  // namespace mock_host
