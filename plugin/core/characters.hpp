#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace send_text {

/// One Unicode code point of a text, and its bytes there.
struct Character {
    char32_t code_point = 0;
    std::string_view bytes;
};

/// The character at the beginning of `text`, which is not empty. A byte that is no UTF-8 is an
/// unreadable_character.
Character first_character(std::string_view text);

/// All of them; they look into `text`.
std::vector<Character> characters_of(std::string_view text);

/// What changes how the character before it looks: accents, joiners, variation selectors, skin tones, the
/// keycap, tags.
bool belongs_to_previous(char32_t character);

/// "U+2019".
std::string code_point_name(char32_t code_point);

}  // namespace send_text
