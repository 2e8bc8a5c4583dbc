#pragma once

#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "host/live_plugin.hpp"

namespace validator {

/// What can be done with a saved account.
struct AccountAction {
    std::int64_t account_id = 0;
    std::string action_id;
    auto operator<=>(const AccountAction&) const = default;
};

/// The accounts as external_service.list has them, an array; empty when the plug-in has no such function or
/// writes something else.
nlohmann::json listed_accounts(const LivePlugin& plugin);

/// The actions that they name; those that are none are left out.
std::vector<AccountAction> listed_actions(const LivePlugin& plugin);

/// Performs one. The plug-in has account_actions.
Answer perform(const LivePlugin& plugin, const AccountAction& action);

/// Performs each action that the list names, also those that it names only then, once. An account that can be
/// disabled is enabled again in the end.
struct PerformedAction {
    AccountAction action;
    Answer answer;
};
std::vector<PerformedAction> perform_all_actions(const LivePlugin& plugin);

}  // namespace validator
