#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "core/refusal.hpp"

namespace send_text {

/// The longest body that carriers take, in characters (code points): one of them refuses more.
inline constexpr std::size_t max_body_characters = 1600;

/// Why a body of valid UTF-8 cannot be sent, in a sentence that says what to do. Refused are a
/// body with nothing to read in it, a too long one, and control characters other than line ends and TAB.
std::optional<Refusal> problem_of_body(std::string_view body);

}  // namespace send_text
