#include "functions.hpp"

namespace sound {
namespace {

staffing_status STAFFING_CALL perform(const staffing_plugin* plugin, std::int64_t account_id,
                                      const staffing_string* action_id,
                                      const staffing_error_sink* error) noexcept {
    return answered(plugin, OnThread::worker, error, [&](Plugin& self) {
        const std::string action(staffing::checked_text(action_id, "the action", 200));
        self.accounts.perform(account_id, action);
        self.audit.add("account." + action, "account " + std::to_string(account_id), "");
    });
}

}  // namespace

const staffing_account_actions account_actions_functions{&perform};

}  // namespace sound
