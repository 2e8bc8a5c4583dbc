#pragma once

#include <string_view>

namespace send_text {

/// Whether a reason, as gateways give it, says that the carrier does not take the account's login.
inline bool is_login_refused(std::string_view reason) {
    return reason.starts_with("Zipwhip does not let this account in.") ||
           reason.starts_with("Zipwhip refused the login.") ||
           reason.starts_with("Twilio refused the login.");
}

}  // namespace send_text
