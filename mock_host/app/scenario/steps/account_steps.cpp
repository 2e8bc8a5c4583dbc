#include <nlohmann/json.hpp>

#include "mock_host/app/scenario/errors.hpp"
#include "mock_host/app/scenario/object_reader.hpp"
#include "mock_host/app/scenario/stage.hpp"
#include "mock_host/app/scenario/step.hpp"
#include "mock_host/app/scenario/steps/account_step.hpp"
#include "mock_host/app/scenario/text_expectation.hpp"
#include "mock_host/app/scenario/transcript.hpp"
#include "mock_host/staffing/phone_key.hpp"

// save_account, remove_account, validate_account, test_connection, account_action, accounts: external
// services

namespace mock_host {

using nlohmann::json;

namespace {

std::int64_t id_of(const PluginCalls& plugin, const std::string& name) {
    const json account = find_account(plugin, name);
    if (account.is_null()) throw ScenarioError("no account " + name + " is saved.");
    return account["id"];
}

Step save_account(const json& value, const std::string& where) {
    ObjectReader reader(value, where);
    const AccountFields fields(reader);
    const std::string edited = reader.text_or("edit", "");
    const Outcome outcome(reader);
    reader.finish();
    return {(edited.empty() ? "Saves the account " + fields.name() : "Changes the account " + edited),
            [fields, edited, outcome](Stage& stage) {
                const PluginCalls plugin = stage.plugin();
                const json values = fields.values(stage);
                bool is_there = false;
                outcome.hold(stage, "the account", [&] {
                    is_there = edited.empty() && outcome.is_taken() &&
                               !find_account(plugin, fields.name()).is_null();
                    if (!is_there) plugin.save_account(edited.empty() ? 0 : id_of(plugin, edited), values);
                });
                if (is_there) stage.transcript().seen("It is there already and is kept.");
                if (outcome.is_taken()) stage.saved_lines.push_back(phone_key(fields.name()));
            },
            {}};
}

Step remove_account(const json& value, const std::string& where) {
    if (!value.is_string()) throw ScenarioError(where + ": the user name of an account is expected.");
    const auto name = value.get<std::string>();
    return {"Removes the account " + name,
            [name](Stage& stage) {
                const PluginCalls plugin = stage.plugin();
                stage.on_worker([=] { plugin.remove_account(id_of(plugin, name)); });
            },
            {}};
}

Step validate_account(const json& value, const std::string& where) {
    ObjectReader reader(value, where);
    const AccountFields fields(reader);
    const json* const problems = reader.value("problems");
    if (problems == nullptr || !problems->is_object())
        reader.refuse("\"problems\" must be an object, field to words");
    reader.finish();
    return {
        "Types the account " + fields.name(),
        [fields, expected = *problems](Stage& stage) {
            const auto seen = stage.plugin().validate_account(fields.values(stage));
            std::string drawn;
            for (const auto& [field, words] : seen)
                drawn += field + ": " + words + "\n";
            if (drawn.empty()) drawn = "Nothing is wrong with it.\n";
            stage.transcript().seen(drawn);
            if (seen.size() != expected.size())
                throw NotAsStated(std::to_string(expected.size()) + " fields with a problem", drawn);
            for (const auto& [field, words] : expected.items()) {
                const auto found = seen.find(field);
                if (found == seen.end() || found->second.find(words.get<std::string>()) == std::string::npos)
                    throw NotAsStated("\"" + words.get<std::string>() + "\" at the field " + field, drawn);
            }
        },
        {}};
}

Step test_connection(const json& value, const std::string& where) {
    ObjectReader reader(value, where);
    const AccountFields fields(reader);
    const std::string name = reader.text_or("account", "");
    const Outcome outcome(reader);
    reader.finish();
    return {"Tests the connection of " + (name.empty() ? fields.name() : name),
            [fields, name, outcome](Stage& stage) {
                const PluginCalls plugin = stage.plugin();
                json values = fields.values(stage);
                outcome.hold(stage, "the connection", [&] {
                    std::int64_t id = 0;
                    if (!name.empty()) {
                        json saved = find_account(plugin, name);
                        if (saved.is_null()) throw ScenarioError("no account " + name + " is saved.");
                        id = saved["id"];
                        saved["values"].update(values);
                        values = saved["values"];
                    }
                    plugin.test_account(id, values);
                });
            },
            {}};
}

Step account_action(const json& value, const std::string& where) {
    ObjectReader reader(value, where);
    const std::string name = reader.text("account");
    const std::string action = reader.text("action");
    const Outcome outcome(reader);
    reader.finish();
    return {"Chooses \"" + action + "\" of the account " + name,
            [name, action, outcome](Stage& stage) {
                const PluginCalls plugin = stage.plugin();
                outcome.hold(stage, "the action", [&] {
                    const json account = find_account(plugin, name);
                    if (account.is_null()) throw ScenarioError("no account " + name + " is saved.");
                    for (const json& offered : account.value("actions", json::array())) {
                        if (offered["label"] == action)
                            return plugin.perform_account_action(account["id"], offered["id"]);
                    }
                    throw NotAsStated("the action \"" + action + "\"", account.dump(2));
                });
            },
            {}};
}

std::string draw_account(const json& account) {
    std::string text = "· " + account["label"].get<std::string>();
    if (account.value("state", "") == "disabled") text += " (disabled)";
    if (const std::string problem = account.value("problem", ""); !problem.empty()) text += " ! " + problem;
    for (const json& action : account.value("actions", json::array()))
        text += " [" + action["label"].get<std::string>() + "]";
    return text + "\n";
}

struct AccountExpectation {
    TextExpectation label;
    TextExpectation problem;
    std::string state;
    std::optional<std::vector<std::string>> actions;

    static AccountExpectation read(const json& source, const std::string& where) {
        ObjectReader reader(source, where);
        AccountExpectation expected{TextExpectation::read(reader, "label_"),
                                    TextExpectation::read(reader, "problem_"),
                                    reader.text_or("state", ""),
                                    {}};
        if (reader.has("actions")) expected.actions = reader.texts("actions");
        reader.finish();
        return expected;
    }

    /// What is wrong with an account; empty: nothing.
    std::string wrong_with(const json& account) const {
        std::vector<std::string> labels;
        for (const json& action : account.value("actions", json::array()))
            labels.push_back(action["label"]);
        if (actions && labels != *actions) return "other actions";
        if (!state.empty() && account.value("state", "") != state) return "the state " + state;
        if (const std::string words = label.problem(account.value("label", "")); !words.empty()) return words;
        return problem.problem(account.value("problem", ""));
    }
};

/// A secret field of the form is written and never read.
void expect_no_secret(const json& form, const json& account) {
    for (const json& field : form["fields"]) {
        if (field["type"] == "secret" && account["values"].contains(field["id"].get<std::string>()))
            throw NotAsStated("no secret in the list of accounts", "The field " + field["id"].dump() + ".");
    }
}

Step accounts(const json& value, const std::string& where) {
    ObjectReader reader(value, where);
    std::vector<AccountExpectation> expected;
    for (const json& source : reader.list("are"))
        expected.push_back(AccountExpectation::read(source, where + ", \"are\""));
    reader.finish();
    return {"Looks at the external service's accounts",
            [expected](Stage& stage) {
                const PluginCalls plugin = stage.plugin();
                stage.expect([&] {
                    json listed;
                    stage.on_worker([&] { listed = plugin.accounts(); });
                    std::string drawn;
                    for (const json& account : listed)
                        drawn += draw_account(account);
                    if (listed.size() != expected.size())
                        throw NotAsStated(std::to_string(expected.size()) + " accounts", drawn);
                    const json form = plugin.describe_accounts();
                    for (std::size_t i = 0; i < expected.size(); ++i) {
                        expect_no_secret(form, listed[i]);
                        const std::string wrong = expected[i].wrong_with(listed[i]);
                        if (!wrong.empty())
                            throw NotAsStated("account " + std::to_string(i + 1) + ": " + wrong, drawn);
                    }
                });
                json listed;
                stage.on_worker([&] { listed = plugin.accounts(); });
                std::string drawn;
                for (const json& account : listed)
                    drawn += draw_account(account);
                stage.transcript().seen(drawn.empty() ? "There is no account.\n" : drawn);
            },
            {}};
}

}  // namespace

StepFamily account_steps() {
    return {{"save_account", save_account},         {"remove_account", remove_account},
            {"validate_account", validate_account}, {"test_connection", test_connection},
            {"account_action", account_action},     {"accounts", accounts}};
}

}  // namespace mock_host
