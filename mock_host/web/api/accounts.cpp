#include <nlohmann/json.hpp>
#include <set>

#include "mock_host/loader/plugin_calls.hpp"
#include "mock_host/web/api/input.hpp"
#include "mock_host/web/api/plugin_answer.hpp"
#include "mock_host/web/api/routes.hpp"
#include "mock_host/web/api/subjects.hpp"
#include "mock_host/web/running_host.hpp"

// The plug-in's accounts at external services.

namespace mock_host {

using nlohmann::json;

namespace {

/// The accounts without the values that the form calls secret: no plug-in gives them, and no page gets them.
json without_secrets(json accounts, const json& form) {
    std::set<std::string> secrets;
    for (const json& field : form.value("fields", json::array())) {
        if (field.value("type", "") == "secret") secrets.insert(field.value("id", ""));
    }
    for (json& account : accounts) {
        if (!account.contains("values")) continue;
        for (const std::string& field : secrets)
            account["values"].erase(field);
    }
    return accounts;
}

ApiResult accounts(const Endpoint& endpoint) {
    json answer{{"form", json::object()}, {"accounts", json::array()}};
    answer["refusal"] = refusal_of_call(endpoint.host, [&](const PluginCalls& plugin) {
        answer["form"] = plugin.describe_accounts();
        answer["accounts"] = without_secrets(plugin.accounts(), answer["form"]);
    });
    return json_result(answer);
}

/// The page Carrier is QA's, whoever is logged in.
ApiResult lines(const Endpoint& endpoint) {
    json found = json::array();
    unless_missing([&] {
        endpoint.host.with_plugin_as_administrator([&](Host&, const PluginCalls& plugin) {
            found = without_secrets(plugin.accounts(), plugin.describe_accounts());
        });
    });
    return json_result({{"accounts", found}});
}

ApiResult validate(const Endpoint& endpoint) {
    const json& values = texts_at(body_of(endpoint), "values");
    std::map<std::string, std::string> problems;
    endpoint.host.with_plugin(
        [&](Host&, const PluginCalls& plugin) { problems = plugin.validate_account(values); });
    return json_result({{"problems", problems}});
}

ApiResult test(const Endpoint& endpoint) {
    const std::int64_t id = integer_at(body_of(endpoint), "id");
    const json& values = texts_at(body_of(endpoint), "values");
    endpoint.host.with_plugin([&](Host&, const PluginCalls& plugin) { plugin.test_account(id, values); });
    return done();
}

ApiResult save(const Endpoint& endpoint) {
    const std::int64_t id = integer_at(body_of(endpoint), "id");
    const json& values = texts_at(body_of(endpoint), "values");
    std::int64_t saved_id = 0;
    endpoint.host.with_plugin(
        [&](Host&, const PluginCalls& plugin) { saved_id = plugin.save_account(id, values); });
    endpoint.host.changed("accounts");
    return json_result({{"id", saved_id}});
}

ApiResult perform(const Endpoint& endpoint) {
    const std::int64_t id = id_in_path(endpoint, 0, "account");
    endpoint.host.with_plugin(
        [&](Host&, const PluginCalls& plugin) { plugin.perform_account_action(id, endpoint.arguments[1]); });
    endpoint.host.changed("accounts");
    return done();
}

ApiResult remove(const Endpoint& endpoint) {
    const std::int64_t id = id_in_path(endpoint, 0, "account");
    endpoint.host.with_plugin([&](Host&, const PluginCalls& plugin) { plugin.remove_account(id); });
    endpoint.host.changed("accounts");
    return done();
}

}  // namespace

void add_account_routes(Routes& routes) {
    routes.add_for_administrators("GET", "accounts", accounts);
    routes.add("GET", "carrier/accounts", lines);
    routes.add_for_administrators("POST", "accounts/validate", validate);
    routes.add_for_administrators("POST", "accounts/test", test);
    routes.add_for_administrators("POST", "accounts", save);
    routes.add_for_administrators("POST", "accounts/{}/actions/{}", perform);
    routes.add_for_administrators("DELETE", "accounts/{}", remove);
}

}  // namespace mock_host
