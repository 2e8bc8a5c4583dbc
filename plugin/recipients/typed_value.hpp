#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace send_text {

/// `text` without the white space around it: ASCII's and the no-break space.
std::string_view trimmed(std::string_view text);

/// How many digits `text` has, ASCII and full-width (U+FF10 … U+FF19).
std::size_t count_digits(std::string_view text);

/// A phone field with words behind its number: "651-555-1204 (call after 5)".
struct NumberAndNote {
    std::string_view number;  ///< "651-555-1204"
    std::string_view note;    ///< "(call after 5)"
    bool apart = false;       ///< something stands between the last digit and the words
};

/// Finds words behind what could be a number with its extension ("x12", "ext. 12"). Empty when there are
/// none, or when they hold digits enough to be part of a second number. The views are into `value`.
std::optional<NumberAndNote> split_note(std::string_view value);

/// `text` fit for a sentence: valid UTF-8, one line, at most `max_characters` (then "…" ends it).
std::string shown(std::string_view text, std::size_t max_characters);

}  // namespace send_text
