#include "accounts/texting_permission.hpp"

namespace send_text {

std::string why_not_texting(const SessionUser& user, const std::optional<Account>& account) {
    if (!user.is_logged_in) return "Nobody is logged in. Log in to send texts.";
    if (!user.may_text) {
        return user.name + " does not have the permission to send texts. Ask an administrator for it.";
    }
    if (!account) {
        const std::string branch =
            user.branch_name.empty() ? "their branch" : "the branch " + user.branch_name;
        return "Neither " + user.name + " nor " + branch +
               " has a texting account. An administrator can add one under administration > external "
               "services.";
    }
    return {};
}

}  // namespace send_text
