#pragma once

#include <string>
#include <string_view>

namespace send_text {

/// Whether it is written as a letter, of any script.
bool is_letter(char32_t code);

/// "the letter “E”", "the invisible character U+0001", "a line break", "“☃” (U+2603)": for a sentence.
std::string name_of(char32_t code);

/// A typed number in characters that a keyboard has: the digits of all scripts as 0 … 9, full-width
/// characters as plain ones, all kinds of spaces, hyphens, dots and apostrophes as one of each. Characters
/// that nobody sees (marks of direction, joiners, variation selectors, soft hyphens, combining keycaps) are
/// left out: they come along with numbers that are copied from web pages, PDFs and phones. All else stays as
/// it is, also bytes that are no UTF-8.
std::string with_plain_characters(std::string_view typed);

}  // namespace send_text
