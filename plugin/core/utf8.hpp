#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace send_text {

/// Stands for bytes that are no UTF-8.
inline constexpr char32_t unreadable_character = 0xFFFD;
inline constexpr std::string_view unreadable_in_utf8 = "\xEF\xBF\xBD";

/// One Unicode code point of a text, and its bytes there.
struct Character {
    char32_t code_point = 0;
    std::string_view bytes;
    bool is_well_formed = false;
};

/// The character at the beginning of `text`, which is not empty. A byte that is no UTF-8 is an
/// unreadable_character. RFC 3629: no overlong forms, no surrogates, nothing above U+10FFFF.
Character first_character(std::string_view text);

/// All of them; they look into `text`.
std::vector<Character> characters_of(std::string_view text);

/// The beginning of `text`, of at most `max_bytes`; it is not cut within a character.
std::string_view first_bytes(std::string_view text, std::size_t max_bytes);

/// Whether all of it is well-formed UTF-8.
bool is_utf8(std::string_view text);

/// The text with U+FFFD in place of each byte that is not part of well-formed UTF-8.
std::string replace_invalid_utf8(std::string_view text);

}  // namespace send_text
