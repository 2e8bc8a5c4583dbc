#pragma once

#include <cstddef>

namespace send_text {

/// Septets that a character takes in the default alphabet of 3GPP TS 23.038 (GSM 03.38): 1 in the basic
/// table, 2 in the extension table (an escape and one more), 0 when the alphabet lacks it. The escape itself
/// (0x1B) stands for no character.
std::size_t septets_of(char32_t character);

}  // namespace send_text
