#include <nlohmann/json.hpp>

#include "mock_host/loader/host.hpp"
#include "mock_host/loader/time_text.hpp"
#include "mock_host/staffing/staffing_database.hpp"
#include "mock_host/web/api/input.hpp"
#include "mock_host/web/api/record_json.hpp"
#include "mock_host/web/api/routes.hpp"
#include "mock_host/web/api/subjects.hpp"
#include "mock_host/web/api_request.hpp"
#include "mock_host/web/running_host.hpp"

// What people are told while they look at something else.

namespace mock_host {

using nlohmann::json;

namespace {

std::string_view severity_word(std::int32_t severity) {
    switch (severity) {
        case STAFFING_NOTIFICATION_WARNING:
            return "warning";
        case STAFFING_NOTIFICATION_ERROR:
            return "error";
        default:
            return "info";
    }
}

constexpr std::int64_t max_shown = 200;

std::optional<User> who_is_logged_in(RunningHost& host) {
    std::optional<LoginSession::Login> login;
    host.on_main_thread([&](Host& running) { login = running.session().current(); });
    return login ? std::optional(login->user) : std::nullopt;
}

/// Throws ApiError when nobody is logged in.
User reader(const Endpoint& endpoint) {
    const auto user = who_is_logged_in(endpoint.host);
    if (!user) throw ApiError(403, "Nobody is logged in. Log in to see your notifications.");
    return *user;
}

/// Those for whoever is logged in, oldest first; none when nobody is.
ApiResult notifications(const Endpoint& endpoint) {
    const auto user = who_is_logged_in(endpoint.host);
    StaffingDatabase& database = endpoint.host.database();
    json list = json::array();
    if (!user) return json_result({{"user", nullptr}, {"unread", 0}, {"notifications", std::move(list)}});
    for (const auto& [notification, is_read] : database.notifications().newest_for(*user, max_shown)) {
        list.push_back({{"number", notification.id},
                        {"time", iso_seconds_from_milliseconds(notification.time_ms)},
                        {"severity", severity_word(notification.severity)},
                        {"for", notification.rep_id == 0 ? "administrators" : full_name(*user)},
                        {"is_read", is_read},
                        {"title", notification.title},
                        {"text", notification.text},
                        {"records", records_json(database, notification.records)},
                        {"reply_action_id", notification.reply_action_id}});
    }
    return json_result({{"user", user->login_name},
                        {"unread", database.notifications().unread_by(*user)},
                        {"notifications", std::move(list)}});
}

ApiResult read_one(const Endpoint& endpoint) {
    const std::int64_t number = id_in_path(endpoint, 0, "notification");
    endpoint.host.database().notifications().mark_read(reader(endpoint), number);
    endpoint.host.changed("notifications");
    return done();
}

/// All up to the newest that the person has seen: what came in meanwhile stays unread.
ApiResult read_all(const Endpoint& endpoint) {
    const std::int64_t up_to = integer_at(body_of(endpoint), "up_to");
    endpoint.host.database().notifications().mark_all_read(reader(endpoint), up_to);
    endpoint.host.changed("notifications");
    return done();
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
    routes.add("POST", "notifications/read", read_all);
    routes.add("POST", "notifications/{}/read", read_one);
    routes.add("GET", "progresses", progresses);
    routes.add("POST", "progresses/{}/cancel", cancel);
}

}  // namespace mock_host
