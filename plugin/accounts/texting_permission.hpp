#pragma once

#include <optional>

#include "core/refusal.hpp"
#include "core/session.hpp"
#include "model/text.hpp"

namespace send_text {

/// Why a user cannot text now, in a sentence that says what to do. `has_line`: there is one that they may
/// text from.
std::optional<Refusal> texting_refusal(const SessionUser& user, bool has_line);

/// Why a text whose sender pressed Send may no longer leave. Only of the one who is logged in can the host
/// say what they may do; what others sent before goes on.
std::optional<Refusal> expired_permission_refusal(const SessionUser& user, const Sender& sender);

}  // namespace send_text
