#pragma once

#include <cstdint>

#include "entry/plugin.hpp"

namespace send_text {

/// Who is logged in and may administer: every change, reading and export asks for them first, so that none is
/// without a person. Throws StatusError NOT_LOGGED_IN or PERMISSION_DENIED for anybody else.
Sender require_administrator(SendTextPlugin& self);

/// A saved account. Throws StatusError NOT_FOUND when there is none.
Account saved_account(SendTextPlugin& self, std::int64_t account_id);

}  // namespace send_text
