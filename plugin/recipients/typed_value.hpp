#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace send_text {

/// `text` without the white space around it: ASCII's and the no-break space.
std::string_view trimmed(std::string_view text);

/// Whether there is nothing to be seen in `text`.
bool is_blank(std::string_view text);

/// How many digits `text` has: 0 … 9.
std::size_t count_digits(std::string_view text);

/// A phone field taken apart, so that no letter gets to be a digit, or is left out to make a number.
struct TakenApart {
    std::string_view before = {};  ///< what stands before the first digit or +: "cell: "
    std::string_view number = {};  ///< up to the words behind it, with its extension: "651-555-1204 x12"
    std::string_view words = {};   ///< behind the number, to the end: "(call after 5)"; empty: none
    std::string_view word = {};    ///< the first of these: "call"
    bool is_joined = false;        ///< that word stands among digits: "651-58O-0580", "6.5158E+09"
};

/// Finds words behind what could be a number with its extension ("x12", "ext. 12"). `value` is trimmed and
/// has plain characters (with_plain_characters); the views are into it.
TakenApart take_apart(std::string_view value);

/// `text` fit for a sentence: valid UTF-8, one line, at most `max_characters` (then "…" ends it).
std::string shown(std::string_view text, std::size_t max_characters);

}  // namespace send_text
