#include "host/account_use.hpp"

#include <algorithm>
#include <set>

#include "staffing/ext/account_actions.h"
#include "staffing/ext/external_service.h"
#include "staffing_cpp/call.hpp"
#include "staffing_json/bounded_json.hpp"

namespace validator {

using Json = nlohmann::json;

namespace {

constexpr std::size_t max_actions = 100;

}  // namespace

Json listed_accounts(const LivePlugin& plugin) {
    const auto* const service = plugin.table<staffing_external_service>(STAFFING_EXT_EXTERNAL_SERVICE);
    if (service == nullptr) return Json::array();
    const staffing::StringCollector text;
    plugin.call_on_worker(service->list, text.sink());
    const Json list = staffing::json_or_discarded(text.text());
    if (!list.is_object() || !list.contains("accounts") || !list["accounts"].is_array()) return Json::array();
    return list["accounts"];
}

std::vector<AccountAction> listed_actions(const LivePlugin& plugin) {
    std::vector<AccountAction> found;
    for (const Json& account : listed_accounts(plugin)) {
        if (!account.is_object() || !account.contains("id") || !account.contains("actions")) continue;
        for (const Json& action : account["actions"]) {
            if (account["id"].is_number_integer() && action.is_object() && action.contains("id") &&
                action["id"].is_string()) {
                found.push_back({account["id"].get<std::int64_t>(), action["id"].get<std::string>()});
            }
        }
    }
    return found;
}

Answer perform(const LivePlugin& plugin, const AccountAction& action) {
    const auto* const actions = plugin.table<staffing_account_actions>(STAFFING_EXT_ACCOUNT_ACTIONS);
    const staffing_string id = staffing::abi(action.action_id);
    return plugin.call_on_worker(actions->perform, action.account_id, &id);
}

std::vector<PerformedAction> perform_all_actions(const LivePlugin& plugin) {
    std::vector<PerformedAction> performed;
    if (plugin.table<staffing_account_actions>(STAFFING_EXT_ACCOUNT_ACTIONS) == nullptr) return performed;
    std::set<AccountAction> known;
    while (performed.size() < max_actions) {
        // Read anew each time: an action may change which actions there are.
        const std::vector<AccountAction> listed = listed_actions(plugin);
        const auto next = std::find_if(listed.begin(), listed.end(), [&](const AccountAction& action) {
            return known.insert(action).second;
        });
        if (next == listed.end()) break;
        performed.push_back({*next, perform(plugin, *next)});
    }
    return performed;
}

}  // namespace validator
