#pragma once

#include "core/session.hpp"

namespace send_text::testing {

/// Who is logged in and sends.
inline const SessionUser alexander{.is_logged_in = true,
                                   .may_text = true,
                                   .rep_id = 1,
                                   .branch_id = 3,
                                   .name = "Alexander Swanson",
                                   .branch_name = "Memphis NE",
                                   .first_name = "Alexander",
                                   .last_name = "Swanson"};

}  // namespace send_text::testing
