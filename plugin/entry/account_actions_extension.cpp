#include <algorithm>

#include "entry/administration.hpp"
#include "entry/crossing.hpp"
#include "entry/extensions.hpp"

namespace send_text {
namespace {

staffing_status STAFFING_CALL perform(const staffing_plugin* plugin, std::int64_t account_id,
                                      const staffing_string* action_id, const staffing_error_sink* error) {
    return on_worker(plugin, error, [&](SendTextPlugin& self) {
        const std::string action(staffing::checked_text(action_id, "the action", 200));
        const Sender who = require_administrator(self);
        const std::vector<AccountAction> actions =
            AccountService::actions_of(saved_account(self, account_id));
        if (std::none_of(actions.begin(), actions.end(),
                         [&](const AccountAction& known) { return known.id == action; })) {
            throw staffing::StatusError(STAFFING_STATUS_NOT_FOUND,
                                        "The account has no action \"" + action + "\" now.");
        }
        self.services()->accounts().perform(account_id, action, who);
    });
}

}  // namespace

const staffing_account_actions account_actions_extension{&perform};

}  // namespace send_text
