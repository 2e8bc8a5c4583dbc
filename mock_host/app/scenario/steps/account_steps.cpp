#include <nlohmann/json.hpp>

#include "mock_host/app/scenario/errors.hpp"
#include "mock_host/app/scenario/object_reader.hpp"
#include "mock_host/app/scenario/stage.hpp"
#include "mock_host/app/scenario/step.hpp"
#include "mock_host/app/scenario/steps/account_step.hpp"
#include "mock_host/app/scenario/steps/accounts_expectation.hpp"
#include "mock_host/app/scenario/steps/outcome.hpp"
#include "mock_host/app/scenario/transcript.hpp"
#include "mock_host/staffing/phone_key.hpp"

// save_account, remove_account, validate_account, test_connection, account_action, accounts

namespace mock_host {

using nlohmann::json;

namespace {

/// A line that handsets can answer, once for each.
void note_line(Stage& stage, const std::string& name) {
    const std::string line = phone_key(name);
    auto& lines = stage.saved_lines;
    if (line.starts_with('+') && std::find(lines.begin(), lines.end(), line) == lines.end())
        lines.push_back(line);
}

Step save_account(const json& value, const std::string& where) {
    ObjectReader reader(value, where);
    const std::string edited = reader.text_or("edit", "");
    const Outcome outcome(reader);
    const AccountFields fields(reader);
    reader.finish();
    return {(edited.empty() ? "Saves the account " + fields.name() : "Changes the account " + edited),
            [fields, edited, outcome](Stage& stage) {
                const PluginCalls plugin = stage.plugin();
                const json before = edited.empty() ? json{{"id", 0}, {"values", json::object()}}
                                                   : saved_account(stage, edited);
                const json values = fields.values(stage, before["values"]);
                bool is_there = false;
                outcome.hold(stage, "the account", [&] {
                    is_there =
                        edited.empty() && outcome.is_done() && !find_account(plugin, fields.name()).is_null();
                    if (!is_there) plugin.save_account(before["id"], values);
                });
                if (is_there) stage.transcript().seen("It is there already and is kept.");
                if (outcome.is_done()) note_line(stage, fields.name());
            },
            {}};
}

Step remove_account(const json& value, const std::string& where) {
    if (!value.is_string())
        throw ScenarioError(where + ": an account is expected, by its username or words of its label.");
    const auto name = value.get<std::string>();
    return {"Removes the account " + name,
            [name](Stage& stage) {
                const std::int64_t id = saved_account(stage, name)["id"];
                stage.on_worker([plugin = stage.plugin(), id] { plugin.remove_account(id); });
            },
            {}};
}

std::string draw(const std::map<std::string, std::string>& problems) {
    std::string text;
    for (const auto& [field, words] : problems)
        text += field + ": " + words + "\n";
    return text.empty() ? "Nothing is wrong with it.\n" : text;
}

Step validate_account(const json& value, const std::string& where) {
    ObjectReader reader(value, where);
    const json* const problems = reader.value("problems");
    if (problems == nullptr) reader.refuse("\"problems\" is missing");
    ObjectReader problem_reader(*problems, where + ", \"problems\"");
    const std::map<std::string, std::string> expected = problem_reader.other_texts();
    const AccountFields fields(reader);
    reader.finish();
    return {"Fills in the account " + fields.name(),
            [fields, expected](Stage& stage) {
                const auto seen = stage.plugin().validate_account(fields.values(stage, json::object()));
                stage.transcript().seen(draw(seen));
                for (const auto& [field, words] : expected) {
                    const auto found = seen.find(field);
                    if (found == seen.end() || found->second.find(words) == std::string::npos)
                        throw NotAsStated("\"" + words + "\" at the field " + field, draw(seen));
                }
                if (seen.size() != expected.size()) {
                    throw NotAsStated("so many fields with a problem: " + std::to_string(expected.size()),
                                      draw(seen));
                }
            },
            {}};
}

Step test_connection(const json& value, const std::string& where) {
    ObjectReader reader(value, where);
    const std::string name = reader.text_or("account", "");
    const Outcome outcome(reader);
    const AccountFields fields(reader);
    reader.finish();
    return {"Tests the connection of " + (name.empty() ? fields.name() : name),
            [fields, name, outcome](Stage& stage) {
                const json saved =
                    name.empty() ? json{{"id", 0}, {"values", json::object()}} : saved_account(stage, name);
                const json values = fields.values(stage, saved["values"]);
                outcome.hold(stage, "the connection",
                             [&, plugin = stage.plugin()] { plugin.test_account(saved["id"], values); });
            },
            {}};
}

/// The action that an account offers under this label. Throws NotAsStated.
json action_of(const json& account, const std::string& label) {
    for (const json& offered : account.value("actions", json::array())) {
        if (offered["label"] == label) return offered;
    }
    throw NotAsStated("the action \"" + label + "\"", draw_accounts(json::array({account})));
}

Step account_action(const json& value, const std::string& where) {
    ObjectReader reader(value, where);
    const std::string name = reader.text("account");
    const std::string label = reader.text("action");
    const Outcome outcome(reader);
    reader.finish();
    return {"Chooses \"" + label + "\" of the account " + name,
            [name, label, outcome](Stage& stage) {
                json account;
                json action;
                stage.expect([&] {
                    account = saved_account(stage, name);
                    action = action_of(account, label);
                });
                outcome.hold(stage, "the action", [&, plugin = stage.plugin()] {
                    plugin.perform_account_action(account["id"], action["id"]);
                });
            },
            {}};
}

Step accounts(const json& value, const std::string& where) {
    ObjectReader reader(value, where);
    const Outcome outcome = Outcome::done_or_denied(reader);
    const AccountsExpectation expected(reader);
    reader.finish();
    return {"Looks at the accounts",
            [expected, outcome](Stage& stage) {
                const PluginCalls plugin = stage.plugin();
                if (!outcome.is_done())
                    return outcome.hold(stage, "the look at the accounts", [&] { plugin.accounts(); });
                json listed;
                stage.expect([&] {
                    stage.on_worker([&] { listed = plugin.accounts(); });
                    expected.check(listed, plugin.describe_accounts());
                });
                stage.transcript().seen(draw_accounts(listed));
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
