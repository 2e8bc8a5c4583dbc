#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "core/refusal.hpp"

namespace send_text {

inline constexpr std::size_t max_template_name = 80;  ///< in characters (code points)

/// The name of a template as it is kept: without the space around it.
std::string template_name(std::string_view as_typed);

/// Why a template cannot be called `name` (valid UTF-8, as template_name gives it), in a sentence that says
/// what to do.
std::optional<Refusal> problem_of_template_name(std::string_view name);

/// Why a message (valid UTF-8) cannot be kept as a template. Whether people have its fields is known only
/// when it is used.
std::optional<Refusal> problem_of_template_body(std::string_view body);

}  // namespace send_text
