#include <nlohmann/json.hpp>

#include "host/account_use.hpp"
#include "host/typical_use.hpp"
#include "runner/outcome.hpp"
#include "staffing/ext/account_actions.h"

namespace validator {
namespace {

using nlohmann::json;

const char* const no_such_action = "plugin_validator.no_such_action";

std::string words_of(const AccountAction& action) {
    return "the action \"" + action.action_id + "\" of the account " + std::to_string(action.account_id);
}

void expect_not_found(const LivePlugin& plugin, const CheckRun& run, const AccountAction& action) {
    run.step(words_of(action) + ", which does not exist");
    const Answer answer = perform(plugin, action);
    expect(answer.status == STAFFING_STATUS_NOT_FOUND, "There is no such thing as " + words_of(action) +
                                                           ", but it was answered with " +
                                                           name_of(answer.status) + ".");
}

/// Looks at what the list says of an account's actions, if it says anything.
void expect_in_order(const json& account) {
    expect(account.is_object() && account.contains("id") && account["id"].is_number_integer(),
           "An account in the list has no id: " + account.dump());
    if (!account.contains("actions")) return;
    expect(account["actions"].is_array(), "The actions of an account are not an array: " + account.dump());
    for (const json& action : account["actions"]) {
        for (const char* key : {"id", "label"}) {
            expect(action.is_object() && action.contains(key) && action[key].is_string() &&
                       !action[key].get<std::string>().empty(),
                   std::string("An action of an account has no ") + key + ": " + account.dump());
        }
    }
}

std::string actions(const CheckRun& run) {
    const Loaded loaded(run);
    const LivePlugin& plugin = loaded.plugin;
    if (plugin.table<staffing_account_actions>(STAFFING_EXT_ACCOUNT_ACTIONS) == nullptr)
        throw Skipped("The plug-in has no account_actions.");
    set_up(plugin, run);
    for (const std::int64_t id : {std::int64_t{4'711'000'001}, std::int64_t{0}, std::int64_t{-1}})
        expect_not_found(plugin, run, {id, no_such_action});
    for (const json& account : listed_accounts(plugin)) {
        expect_in_order(account);
        expect_not_found(plugin, run, {account["id"].get<std::int64_t>(), no_such_action});
    }
    run.step("performing the actions of the accounts");
    const std::vector<PerformedAction> performed = perform_all_actions(plugin);
    for (const auto& [action, answer] : performed) {
        expect(answer.status != STAFFING_STATUS_NOT_FOUND && answer.status != STAFFING_STATUS_INTERNAL_ERROR,
               "The list names " + words_of(action) + ", but it answered " + name_of(answer.status) + ": " +
                   answer.words);
    }
    return "Actions that the list does not name were answered with NOT_FOUND; " +
           std::to_string(performed.size()) + " that it names were performed.";
}

constexpr Check checks[] = {
    {"account-actions",
     "An action that the list of accounts names can be performed; any other is answered with NOT_FOUND.",
     &actions},
};

}  // namespace

std::span<const Check> account_checks() {
    return checks;
}

}  // namespace validator
