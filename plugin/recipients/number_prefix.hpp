#pragma once

#include <string>
#include <string_view>

namespace send_text {

/// What the words before a number say of it, without the signs around them: "mother's" of "mother's: ", so
/// that people see whose phone is texted. Empty where they only say that a number follows, in English,
/// Spanish or French: "cell", "Tel.", "(c)", "Text no.". `before` has plain characters
/// (with_plain_characters).
std::string prefix_of_number(std::string_view before);

}  // namespace send_text
