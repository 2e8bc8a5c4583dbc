#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace send_text {

/// Stands for bytes that are no UTF-8.
inline constexpr char32_t unreadable_character = 0xFFFD;
inline constexpr std::string_view unreadable_in_utf8 = "\xEF\xBF\xBD";

/// What a text of any bytes begins with.
struct DecodedCharacter {
    char32_t code = unreadable_character;
    std::size_t bytes = 1;
    bool is_well_formed = false;
};

/// `text` is not empty. RFC 3629: no overlong forms, no surrogates, nothing above U+10FFFF.
DecodedCharacter decoded_character(std::string_view text);

/// Whether all of it is well-formed UTF-8.
bool is_utf8(std::string_view text);

/// The text with U+FFFD in place of each byte that is not part of well-formed UTF-8.
std::string replace_invalid_utf8(std::string_view text);

}  // namespace send_text
