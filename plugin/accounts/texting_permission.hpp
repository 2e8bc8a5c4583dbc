#pragma once

#include <optional>
#include <string>

#include "accounts/session.hpp"
#include "store/account_store.hpp"

namespace send_text {

/// Why a user cannot text now, in a sentence that says what to do; empty: they can. Without an account for
/// the user or their branch they cannot.
std::string why_not_texting(const SessionUser& user, const std::optional<Account>& account);

}  // namespace send_text
