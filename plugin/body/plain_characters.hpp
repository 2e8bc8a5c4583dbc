#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace send_text {

/// What can stand in the 7-bit alphabet for a character that word processors, chats and web pages put in by
/// themselves: curly quotes, dashes, the ellipsis, spaces of all kinds. Empty: it can be left out, for it
/// shows nothing. No replacement have letters (an accent is spelling), emoji, and all that the alphabet has.
std::optional<std::string_view> plain_replacement(char32_t character);

/// A character that is not in the 7-bit alphabet and so forces a body to UCS-2. As people see characters:
/// with the accents, skin tones and joiners that belong to it.
struct ForcingCharacter {
    std::string character;
    std::size_t position = 0;  ///< where it first stands: the first character of a body is 1
    std::string name;          ///< in a sentence: "’", "a non-breaking space"
    bool is_visible = true;    ///< false: the name is words, for the character itself shows nothing
    std::optional<std::string> replacement;  ///< see plain_replacement
};

/// The characters of a body of valid UTF-8 that force UCS-2, each different one once, in the body's order.
std::vector<ForcingCharacter> characters_forcing_ucs2(std::string_view body);

/// The body with plain replacements for all characters that have one; what has none stays.
std::string plain_characters(std::string_view body);

/// The body as it would be in the 7-bit alphabet: with plain replacements, and without what has none. For
/// comparison.
std::string without_forcing_characters(std::string_view body);

}  // namespace send_text
