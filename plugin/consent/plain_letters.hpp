#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace send_text {

/// The letters of a text (UTF-8) as capitals A to Z, however they are written: in small or full-width
/// letters, in those of mathematics or in circles, with accents (in one character or two), with the i's of
/// Turkish, or in letters of other scripts that look alike; where there are none, in those that make flags.
/// What is no letter (punctuation, spaces, emoji, what cannot be seen, bytes that are no UTF-8) is left out.
/// Empty when there are other letters, digits, or more than `max_length` letters; the work ends with the
/// first of these. Source: Unicode's compatibility decomposition and case folding, by ICU. Any thread.
std::string plain_letters(std::string_view text, std::size_t max_length);

}  // namespace send_text
