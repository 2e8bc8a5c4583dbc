#include "mock_host/web/api/routes.hpp"

#include <nlohmann/json.hpp>
#include <optional>

#include "mock_host/loader/host.hpp"
#include "mock_host/web/api/record_json.hpp"
#include "mock_host/web/running_host.hpp"

namespace mock_host {

namespace {

constexpr std::string_view placeholder = "{}";

std::vector<std::string> parts_of(std::string_view path) {
    std::vector<std::string> parts;
    while (true) {
        const std::size_t slash = path.find('/');
        parts.emplace_back(path.substr(0, slash));
        if (slash == std::string_view::npos) return parts;
        path.remove_prefix(slash + 1);
    }
}

/// What stands for the placeholders; nothing when the path is another one.
std::optional<std::vector<std::string>> match(const std::vector<std::string>& pattern,
                                              const std::vector<std::string>& path) {
    if (pattern.size() != path.size()) return std::nullopt;
    std::vector<std::string> arguments;
    for (std::size_t i = 0; i < path.size(); ++i) {
        if (pattern[i] == placeholder) {
            arguments.push_back(path[i]);
        } else if (pattern[i] != path[i]) {
            return std::nullopt;
        }
    }
    return arguments;
}

void require_administrator(RunningHost& host) {
    std::optional<LoginSession::Login> login;
    host.on_main_thread([&](Host& running) { login = running.session().current(); });
    if (!login) throw ApiError(403, "Nobody is logged in. Log in as an administrator first.");
    if (login->user.may(administration_permission)) return;
    throw ApiError(403, full_name(login->user) +
                            " does not have the permission for administration. Ask an administrator for it.");
}

}  // namespace

void Routes::add(std::string_view method, std::string_view pattern, Handler handler) {
    routes_.push_back({std::string(method), parts_of(pattern), handler, false});
}

void Routes::add_for_administrators(std::string_view method, std::string_view pattern, Handler handler) {
    routes_.push_back({std::string(method), parts_of(pattern), handler, true});
}

ApiResult Routes::answer(RunningHost& host, const ApiCall& call) const {
    std::string methods;
    // In the order they were added: a fixed word goes before a placeholder at the same place.
    for (const Route& route : routes_) {
        auto arguments = match(route.pattern, call.path);
        if (!arguments) continue;
        if (route.method == call.method) {
            if (route.is_for_administrators) require_administrator(host);
            return route.handler({host, call, std::move(*arguments)});
        }
        methods += (methods.empty() ? "" : " and ") + route.method;
    }
    std::string path = "/api";
    for (const std::string& part : call.path)
        path += "/" + part;
    if (methods.empty()) throw ApiError(404, "There is nothing at " + path + ".");
    throw ApiError(405, path + " takes " + methods + ", not " + call.method + ".");
}

ApiResult json_result(const nlohmann::json& value) {
    ApiResult result;
    result.body = value.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    return result;
}

ApiResult done() {
    return json_result(nlohmann::json::object());
}

}  // namespace mock_host
