#include <nlohmann/json.hpp>

#include "mock_host/loader/host.hpp"
#include "mock_host/loader/time_text.hpp"
#include "mock_host/staffing/staffing_database.hpp"
#include "mock_host/web/api/input.hpp"
#include "mock_host/web/api/record_json.hpp"
#include "mock_host/web/api/routes.hpp"
#include "mock_host/web/api/subjects.hpp"
#include "mock_host/web/running_host.hpp"

// What people are told while they look at something else.

namespace mock_host {

using nlohmann::json;

namespace {

std::string_view severity_word(staffing_notification_severity severity) {
    switch (severity) {
        case STAFFING_NOTIFICATION_WARNING:
            return "warning";
        case STAFFING_NOTIFICATION_ERROR:
            return "error";
        default:
            return "info";
    }
}

bool is_for(const std::optional<LoginSession::Login>& login, std::int64_t rep_id) {
    if (!login) return false;
    return rep_id == 0 ? login->user.may("administration") : login->user.id == rep_id;
}

ApiResult notifications(const Endpoint& endpoint) {
    std::vector<Notification> all;
    std::optional<LoginSession::Login> login;
    endpoint.host.on_main_thread([&](Host& host) {
        all = host.notifications().all();
        login = host.session().current();
    });
    StaffingDatabase& database = endpoint.host.database();
    const OfficeNames names(database);
    json list = json::array();
    for (const Notification& notification : all) {
        const std::int64_t rep_id = notification.rep_id;
        list.push_back({{"number", list.size() + 1},
                        {"time", iso_seconds_from_milliseconds(notification.time_ms)},
                        {"severity", severity_word(notification.severity)},
                        {"for", rep_id == 0 ? "administrators" : names.rep(rep_id)},
                        {"for_me", is_for(login, rep_id)},
                        {"title", notification.title},
                        {"text", notification.text},
                        {"records", records_json(database, notification.records)},
                        {"reply_action_id", notification.reply_action_id}});
    }
    return json_result({{"notifications", std::move(list)}});
}

ApiResult progresses(const Endpoint& endpoint) {
    std::map<std::uint64_t, Progresses::Progress> open;
    endpoint.host.on_main_thread([&](Host& host) { open = host.progresses().open(); });
    json list = json::array();
    for (const auto& [id, progress] : open) {
        list.push_back({{"id", id},
                        {"title", progress.title},
                        {"total", progress.total},
                        {"done", progress.done},
                        {"detail", progress.detail},
                        {"can_cancel", progress.can_cancel && !progress.is_cancelled}});
    }
    return json_result({{"progresses", std::move(list)}});
}

ApiResult cancel(const Endpoint& endpoint) {
    const auto id = static_cast<std::uint64_t>(id_in_path(endpoint, 0, "progress"));
    endpoint.host.on_main_thread([&](Host& host) { host.progresses().cancel(id); });
    endpoint.host.changed("progresses");
    return done();
}

}  // namespace

void add_notice_routes(Routes& routes) {
    routes.add("GET", "notifications", notifications);
    routes.add("GET", "progresses", progresses);
    routes.add("POST", "progresses/{}/cancel", cancel);
}

}  // namespace mock_host
