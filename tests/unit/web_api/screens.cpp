#include "web_api/screens.hpp"

#include <catch2/catch_test_macros.hpp>
#include <chrono>
#include <sstream>

#include "mock_host/loader/host.hpp"
#include "mock_host/web/event_hub.hpp"
#include "mock_host/web/failure_answer.hpp"

using namespace mock_host;
using nlohmann::json;

namespace {

ApiCall call_of(const std::string& method, const std::string& target, const json& body) {
    ApiCall call{method, {}, {}, body};
    std::istringstream path(target.substr(0, target.find('?')));
    for (std::string part; std::getline(path, part, '/');)
        call.path.push_back(part);
    if (target.find('?') == std::string::npos) return call;
    std::istringstream query(target.substr(target.find('?') + 1));
    for (std::string part; std::getline(query, part, '&');)
        call.query[part.substr(0, part.find('='))] = part.substr(part.find('=') + 1);
    return call;
}

}  // namespace

Screens::Screens(const std::string& plugin) {
    host().on_main_thread([](Host& running) { running.session().log_in("aswanson"); });
    if (!plugin.empty()) post("plugin/load", {{"path", plugin}});
}

ApiResult Screens::answer(const std::string& method, const std::string& target, const json& body) {
    return api_.answer(call_of(method, target, body));
}

json Screens::ask(const std::string& method, const std::string& target, const json& body) {
    const ApiResult result = answer(method, target, body);
    REQUIRE(result.status == 200);
    REQUIRE(result.content_type == "application/json");
    return json::parse(result.body);
}

std::string Screens::refusal(const std::string& method, const std::string& target, const json& body) {
    try {
        answer(method, target, body);
    } catch (const std::exception& e) {
        const ApiResult result = failure_answer(e);
        return std::to_string(result.status) + " " + json::parse(result.body)["error"].get<std::string>();
    }
    return "It was done.";
}

void Screens::wait_until(const std::function<bool()>& is_done) {
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(60);
    EventHub::Listener listener(host().events());
    while (!is_done()) {
        REQUIRE(std::chrono::steady_clock::now() < end);
        listener.wait(std::chrono::milliseconds(20));
    }
}

void Screens::add_account() {
    put("settings", {{"values", {{"zipwhip_base_url", carrier_url()}}}});
    post("accounts", {{"id", 0},
                      {"values",
                       {{"owner", "user"},
                        {"service_rep", "1"},
                        {"carrier", "zipwhip"},
                        {"username", "6515550100"},
                        {"password", "hush-hush"}}}});
}

std::uint64_t Screens::compose_to(std::int64_t employee_id) {
    post("menu/perform", {{"place", "employee_record"},
                          {"records", {{{"kind", "employee"}, {"id", employee_id}}}},
                          {"action_id", "send_text"}});
    std::uint64_t id = 0;
    wait_until([&] {
        const json dialogs = get("dialogs")["dialogs"];
        for (const json& open : dialogs) {
            const json& summary = open["view"]["elements"][0]["text"];
            if (!summary.get<std::string>().starts_with("Looking up")) id = open["id"];
        }
        return id != 0;
    });
    return id;
}

json Screens::dialog(std::uint64_t id) {
    const json dialogs = get("dialogs")["dialogs"];
    for (const json& open : dialogs) {
        if (open["id"] == id) return open;
    }
    return nullptr;
}
