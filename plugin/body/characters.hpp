#pragma once

#include <string>

namespace send_text {

/// What changes how the character before it looks: accents, joiners, variation selectors, skin tones, the
/// keycap, tags.
bool belongs_to_previous(char32_t character);

/// "U+2019".
std::string code_point_name(char32_t code_point);

}  // namespace send_text
