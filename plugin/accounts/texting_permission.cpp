#include "accounts/texting_permission.hpp"

namespace send_text {

std::optional<Refusal> texting_refusal(const SessionUser& user, bool has_line) {
    if (!user.is_logged_in) return Refusal{"Nobody is logged in. Log in to send texts."};
    if (!user.may_text) {
        return Refusal{user.name +
                       " does not have the permission to send texts. Ask an administrator for it."};
    }
    if (!has_line) {
        const std::string branch =
            user.branch_name.empty() ? "their branch" : "the branch " + user.branch_name;
        return Refusal{"Neither " + user.name + " nor " + branch +
                       " has a texting account. An administrator can add one under administration > external "
                       "services."};
    }
    return std::nullopt;
}

std::optional<Refusal> expired_permission_refusal(const SessionUser& user, const Sender& sender) {
    if (!user.is_logged_in || user.rep_id != sender.rep_id || user.may_text) return std::nullopt;
    return Refusal{user.name +
                   " lost the permission to send texts before it left. Ask an administrator for it."};
}

}  // namespace send_text
