#include <nlohmann/json.hpp>

#include "mock_host/app/scenario/errors.hpp"
#include "mock_host/app/scenario/object_reader.hpp"
#include "mock_host/app/scenario/stage.hpp"
#include "mock_host/app/scenario/step.hpp"
#include "mock_host/app/scenario/text_expectation.hpp"
#include "mock_host/app/scenario/transcript.hpp"
#include "mock_host/staffing/phone_key.hpp"
#include "mock_host/staffing/staffing_database.hpp"

// change_settings, save_account, remove_account: what an administrator does

namespace mock_host {

using nlohmann::json;

namespace {

using Problems = std::map<std::string, std::string>;

std::string draw(const Problems& problems) {
    std::string text;
    for (const auto& [key, words] : problems)
        text += key + ": " + words + "\n";
    return text.empty() ? "It was taken.\n" : text;
}

Step change_settings(const json& value, const std::string& where) {
    ObjectReader reader(value, where);
    const json* const values = reader.value("values");
    if (values == nullptr || !values->is_object())
        reader.refuse("\"values\" must be an object, key to value");
    std::map<std::string, std::string> refused;
    if (const json* const expected = reader.value("refused")) {
        ObjectReader keys(*expected, where + ", \"refused\"");
        for (const auto& [key, ignored] : expected->items())
            refused[key] = keys.text(key);
    }
    reader.finish();
    return {"Changes settings: " + values->dump(),
            [values = *values, refused](Stage& stage) {
                Problems problems;
                const PluginCalls plugin = stage.plugin();
                stage.on_worker([&] { problems = plugin.change_settings(values); });
                if (!problems.empty()) stage.transcript().seen(draw(problems));
                if (refused.empty() && !problems.empty())
                    throw NotAsStated("the settings are taken", draw(problems));
                for (const auto& [key, words] : refused) {
                    const std::string problem = TextExpectation{{words}, {}}.problem(problems[key]);
                    if (!problems[key].empty() && problem.empty()) continue;
                    throw NotAsStated("\"" + key + "\" is refused, and of the words: " + problem,
                                      draw(problems));
                }
            },
            {}};
}

/// Values as the plug-in wants them: the ids of branch and rep, as strings.
json with_ids(Stage& stage, json values) {
    if (values.contains("branch")) {
        const auto branch = stage.database().branches().find_by_name(values["branch"].get<std::string>());
        if (!branch) throw ScenarioError("there is no branch " + values["branch"].dump() + ".");
        values["branch"] = std::to_string(branch->id);
    }
    if (values.contains("service_rep")) {
        const auto user = stage.database().users().find_by_login(values["service_rep"].get<std::string>());
        if (!user) throw ScenarioError("there is no user " + values["service_rep"].dump() + ".");
        values["service_rep"] = std::to_string(user->id);
    }
    return values;
}

/// The id of the saved account with this user name; 0: none.
std::int64_t find_account(const PluginCalls& plugin, const std::string& username) {
    for (const json& account : plugin.accounts()) {
        if (account.value("values", json::object()).value("username", "") == username) return account["id"];
    }
    return 0;
}

void save(Stage& stage, const json& values, const std::string& username) {
    const PluginCalls plugin = stage.plugin();
    const json given = with_ids(stage, values);
    std::int64_t known = 0;
    stage.on_worker([&] {
        known = find_account(plugin, username);
        if (known == 0) plugin.save_account(0, given);
    });
    if (known != 0) stage.transcript().seen("It is there already and is kept.");
    stage.saved_lines.push_back(phone_key(username));
}

Step save_account(const json& value, const std::string& where) {
    ObjectReader reader(value, where);
    const bool is_refused = reader.has("refused");
    const std::string refused = reader.text_or("refused", "");
    json values = json::object();
    for (const char* const key : {"owner", "branch", "service_rep", "carrier", "username", "password"}) {
        if (reader.has(key)) values[key] = reader.text(key);
    }
    if (!values.contains("carrier")) values["carrier"] = "zipwhip";
    const std::string username = reader.text("username");
    reader.finish();
    return {"Saves the account " + username,
            [values, username, is_refused, refused](Stage& stage) {
                if (!is_refused) return save(stage, values, username);
                try {
                    save(stage, values, username);
                } catch (const staffing::StatusError& e) {
                    stage.transcript().seen(e.what());
                    const std::string problem = TextExpectation{{refused}, {}}.problem(e.what());
                    if (problem.empty()) return;
                    throw NotAsStated("the account is refused, and of the words: " + problem, e.what());
                }
                throw NotAsStated("the account is refused", "It was saved.");
            },
            {}};
}

Step remove_account(const json& value, const std::string& where) {
    if (!value.is_string()) throw ScenarioError(where + ": the user name of an account is expected.");
    const auto username = value.get<std::string>();
    return {"Removes the account " + username,
            [username](Stage& stage) {
                const PluginCalls plugin = stage.plugin();
                stage.on_worker([=] {
                    const std::int64_t id = find_account(plugin, username);
                    if (id == 0) throw ScenarioError("no account " + username + " is saved.");
                    plugin.remove_account(id);
                });
            },
            {}};
}

}  // namespace

StepFamily setup_steps() {
    return {{"change_settings", change_settings},
            {"save_account", save_account},
            {"remove_account", remove_account}};
}

}  // namespace mock_host
