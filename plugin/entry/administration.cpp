#include "entry/administration.hpp"

#include "accounts/administration_permission.hpp"
#include "staffing_cpp/status_error.hpp"

namespace send_text {

Sender require_administrator(SendTextPlugin& self) {
    const SessionUser user = self.host().session.user();
    const std::optional<Refusal> refusal = administration_refusal(user);
    if (!refusal) return {user.rep_id, user.name};
    throw staffing::StatusError(
        user.is_logged_in ? STAFFING_STATUS_PERMISSION_DENIED : STAFFING_STATUS_NOT_LOGGED_IN,
        refusal->reason);
}

Account saved_account(SendTextPlugin& self, std::int64_t account_id) {
    for (const Account& account : self.services()->accounts().all()) {
        if (account.id == account_id) return account;
    }
    throw staffing::StatusError(STAFFING_STATUS_NOT_FOUND,
                                "There is no account " + std::to_string(account_id) + " any more.");
}

}  // namespace send_text
