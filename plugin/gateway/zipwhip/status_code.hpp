#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "gateway/code_meaning.hpp"

namespace send_text::zipwhip {

/// Nothing for a code that is not documented.
std::optional<CodeMeaning> meaning_of_code(std::int64_t code);

/// How far a message is by its progress code (`statusCode`); nothing for an unknown one.
std::optional<CarrierState> state_of_progress(std::int64_t code);

}  // namespace send_text::zipwhip
