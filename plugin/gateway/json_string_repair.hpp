#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace send_text {

/// Copies the JSON string that begins at `at` of `text` to the end of `out`, mended, and moves `at` behind
/// it. What cannot be read in it becomes U+FFFD. False if no string begins there, or `text` ends before it
/// does: then what there is of it has been copied.
bool repair_string(std::string_view text, std::size_t& at, std::string& out);

/// Whether a number or a word that stands without quotation marks can have this character.
bool is_of_bare_value(char c);

}  // namespace send_text
