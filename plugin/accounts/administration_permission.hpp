#pragma once

#include <optional>

#include "core/refusal.hpp"
#include "core/session.hpp"

namespace send_text {

/// Why a user cannot administer Send Text now, in a sentence that says what to do. A host that does not know
/// the permission shows its administration to its administrators alone, so there whoever is logged in may.
std::optional<Refusal> administration_refusal(const SessionUser& user);

}  // namespace send_text
