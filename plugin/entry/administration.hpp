#pragma once

#include <cstdint>

#include "entry/plugin.hpp"

namespace send_text {

/// Who is logged in, as the one who changes something.
Sender administrator(SendTextPlugin& self);

/// A saved account. Throws StatusError NOT_FOUND when there is none.
Account saved_account(SendTextPlugin& self, std::int64_t account_id);

}  // namespace send_text
