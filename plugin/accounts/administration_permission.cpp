#include "accounts/administration_permission.hpp"

namespace send_text {

std::optional<Refusal> administration_refusal(const SessionUser& user) {
    if (!user.is_logged_in) return Refusal{"Nobody is logged in. Log in as an administrator first."};
    if (user.may_administer || !user.is_administration_known) return std::nullopt;
    return Refusal{user.name +
                   " does not have the permission to administer Send Text. Ask an administrator for it."};
}

}  // namespace send_text
