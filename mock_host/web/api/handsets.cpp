#include <algorithm>
#include <nlohmann/json.hpp>

#include "carrier/carrier_control.hpp"
#include "mock_host/loader/plugin_calls.hpp"
#include "mock_host/staffing/phone_key.hpp"
#include "mock_host/staffing/staffing_database.hpp"
#include "mock_host/web/api/carrier_call.hpp"
#include "mock_host/web/api/input.hpp"
#include "mock_host/web/api/plugin_answer.hpp"
#include "mock_host/web/api/record_json.hpp"
#include "mock_host/web/api/routes.hpp"
#include "mock_host/web/api/subjects.hpp"
#include "mock_host/web/running_host.hpp"

// The simulated phones, and the lines that they can text.

namespace mock_host {

using nlohmann::json;

namespace {

/// What the handset got and sent, oldest first; of the same second what it got comes first.
json conversation(const json& handset) {
    json texts = json::array();
    const auto add = [&](const char* list, bool from_me, const char* state) {
        for (const json& text : handset.at(list)) {
            texts.push_back({{"from_me", from_me},
                             {"other", text.at("line")},
                             {"body", text.at("body")},
                             {"pictures", text.at("pictures")},
                             {"when", text.at("when")},
                             {"state", state}});
        }
    };
    add("texts", false, "received");
    add("waiting", false, "waiting");
    add("replies", true, "sent");
    std::stable_sort(texts.begin(), texts.end(),
                     [](const json& one, const json& other) { return one["when"] < other["when"]; });
    return texts;
}

/// The number that an account texts from; empty when it is none, as that of a messaging service.
std::string line_of(const json& account) {
    const json values = account.value("values", json::object());
    for (const char* const field : {"username", "sender"}) {
        const std::string value = values.value(field, "");
        // A messaging service's SID, for one, has letters.
        if (value.find_first_not_of("+0123456789()-. ") == std::string::npos && !value.empty())
            return phone_key(value);
    }
    return {};
}

/// The lines of the plug-in's accounts, and those that texted a handset.
json lines(RunningHost& host, const json& handsets) {
    json accounts = json::array();
    unless_missing([&] {
        host.with_plugin_as_administrator(
            [&](Host&, const PluginCalls& plugin) { accounts = plugin.accounts(); });
    });
    std::map<std::string, std::string> names;
    for (const json& account : accounts) {
        const std::string line = line_of(account);
        if (line.starts_with('+')) names.emplace(line, account.value("label", ""));
    }
    for (const json& handset : handsets) {
        for (const json& text : handset["texts"])
            names.emplace(text["other"], "");
    }
    json list = json::array();
    for (const auto& [number, name] : names)
        list.push_back({{"number", number}, {"name", name}});
    return list;
}

ApiResult handsets(const Endpoint& endpoint) {
    json all;
    ask_carrier([&] { all = endpoint.host.carrier().all_handsets(); });
    json list = json::array();
    for (const json& handset : all) {
        list.push_back({{"number", handset.at("number")},
                        {"on", handset.at("on")},
                        {"landline", handset.at("landline")},
                        {"refused_at_once", handset.at("refused_at_once")},
                        {"failure", handset.at("failure")},
                        {"name", owners_of(endpoint.host.database(), handset.at("number"))},
                        {"texts", conversation(handset)}});
    }
    json reachable = lines(endpoint.host, list);
    return json_result({{"handsets", std::move(list)}, {"lines", std::move(reachable)}});
}

ApiResult change(const Endpoint& endpoint) {
    json change = body_of(endpoint);
    if (change.contains("failure") && change["failure"].is_null()) change["failure"] = 0;  // none any more
    ask_carrier([&] { endpoint.host.carrier().change_handset(endpoint.arguments[0], change); });
    endpoint.host.changed("handsets");
    return done();
}

ApiResult reply(const Endpoint& endpoint) {
    const std::string to = text_at(body_of(endpoint), "to");
    const std::string body = text_at(body_of(endpoint), "body");
    const bool with_picture = body_of(endpoint).value("picture", false);
    if (body.empty() && !with_picture) throw ApiError(400, "Type a reply first.");
    endpoint.host.set_carrier_clock();  // a reply must not be dated before the text that it answers
    ask_carrier(
        [&] { endpoint.host.carrier().reply(endpoint.arguments[0], to, body, with_picture ? 1 : 0); });
    endpoint.host.changed("handsets");
    return done();
}

}  // namespace

void add_handset_routes(Routes& routes) {
    routes.add("GET", "handsets", handsets);
    routes.add("POST", "handsets/{}", change);
    routes.add("POST", "handsets/{}/reply", reply);
}

}  // namespace mock_host
