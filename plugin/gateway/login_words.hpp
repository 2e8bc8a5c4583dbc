#pragma once

#include <algorithm>
#include <string_view>

#include "gateway/carrier.hpp"

namespace send_text {

/// Whether a reason, as gateways give it, says that the carrier does not take the account's login.
inline bool is_login_refused(std::string_view reason) {
    return std::any_of(carriers().begin(), carriers().end(), [reason](const Carrier* carrier) {
        return std::any_of(carrier->login_refusals.begin(), carrier->login_refusals.end(),
                           [reason](std::string_view words) { return reason.starts_with(words); });
    });
}

}  // namespace send_text
