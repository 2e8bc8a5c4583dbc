#pragma once

#include <string>
#include <string_view>

namespace send_text {

/// White space of any width, line ends and tabs among it.
bool is_space(char32_t character);

/// What shows nothing by itself: white space, and what is there for the layout alone (a zero-width space, a
/// soft hyphen, a mark of writing direction, a byte order mark, Hangul's filler). Control characters are
/// none: phones show something for them. Source: Unicode's properties White_Space and
/// Default_Ignorable_Code_Point, by ICU.
bool is_blank(char32_t character);

/// `text` (UTF-8) without the blanks around it. Those at the end that the character before them needs (a
/// joiner, the mark that makes a heart an emoji) stay.
std::string_view without_surrounding_blanks(std::string_view text);

/// `text` (UTF-8) without those blanks around it that the 7-bit alphabet does not have, nor the plain ones
/// among them: nobody sees them, and they would make the whole text cost more. Plain spaces and line ends
/// stay.
std::string_view without_forcing_blanks(std::string_view text);

/// `text` (UTF-8) with one space for each line end and tab, and the space around these; no blanks around it.
std::string on_one_line(std::string_view text);

}  // namespace send_text
