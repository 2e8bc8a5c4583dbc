#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace send_text {

inline constexpr std::size_t max_template_name = 80;  ///< in characters (code points)

/// The name of a template as it is kept: without the space around it.
std::string template_name(std::string_view as_typed);

/// Why a template cannot be called `name` (valid UTF-8, as template_name gives it), in a sentence that says
/// what to do; empty: it can.
std::string problem_of_template_name(std::string_view name);

/// Why a message (valid UTF-8) cannot be kept as a template; empty: it can. Whether people have its fields is
/// known only when it is used.
std::string problem_of_template_body(std::string_view body);

}  // namespace send_text
