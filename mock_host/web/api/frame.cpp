#include <nlohmann/json.hpp>

#include "mock_host/loader/host.hpp"
#include "mock_host/loader/time_text.hpp"
#include "mock_host/staffing/staffing_database.hpp"
#include "mock_host/web/api/record_json.hpp"
#include "mock_host/web/api/routes.hpp"
#include "mock_host/web/api/subjects.hpp"
#include "mock_host/web/running_host.hpp"

// What stands around every page: who is logged in, the clock, the plug-in.

namespace mock_host {

using nlohmann::json;

namespace {

json current_user(RunningHost& host) {
    std::optional<LoginSession::Login> login;
    host.on_main_thread([&](Host& running) { login = running.session().current(); });
    if (!login) return nullptr;
    return {{"id", login->user.id},
            {"login_name", login->user.login_name},
            {"name", full_name(login->user)},
            {"branch", login->branch.name},
            {"role", login->user.role},
            {"time_zone", login->branch.time_zone},
            {"may_administer", login->user.may(administration_permission)}};
}

ApiResult frame(const Endpoint& endpoint) {
    RunningHost& host = endpoint.host;
    const OfficeNames names(host.database());
    json users = json::array();
    json reps = json::array();
    for (const User& user : host.database().users().list()) {
        users.push_back({{"login_name", user.login_name},
                         {"name", full_name(user)},
                         {"branch", names.branch(user.branch_id)},
                         {"role", user.role}});
        reps.push_back({{"id", user.id}, {"name", full_name(user)}});
    }
    json branches = json::array();
    for (const Branch& branch : host.database().branches().list())
        branches.push_back({{"id", branch.id}, {"name", branch.name}});
    const PluginStatus plugin = host.plugin();
    const json user = current_user(host);
    return json_result({{"company", company_name},
                        {"clock", iso_seconds_from_milliseconds(host.now_ms())},
                        {"clock_ahead_milliseconds", host.clock_ahead_ms()},
                        {"run", host.run_id()},
                        {"user", user},
                        {"time_zone", user.is_null() ? json(company_time_zone) : user["time_zone"]},
                        {"users", users},
                        {"branches", branches},
                        {"reps", reps},
                        {"plugin",
                         {{"state", plugin.state},
                          {"name", plugin.name},
                          {"version", plugin.version},
                          {"error", plugin.error}}}});
}

}  // namespace

void add_frame_routes(Routes& routes) {
    routes.add("GET", "frame", frame);
}

}  // namespace mock_host
