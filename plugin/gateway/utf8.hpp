#pragma once

#include <string>
#include <string_view>

namespace send_text {

/// The text with each byte that is not part of well-formed UTF-8 replaced by U+FFFD.
std::string replace_invalid_utf8(std::string_view text);

}  // namespace send_text
