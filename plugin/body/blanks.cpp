#include "body/blanks.hpp"

#include <unicode/uchar.h>

#include "body/characters.hpp"
#include "body/gsm_alphabet.hpp"
#include "core/utf8.hpp"

namespace send_text {
namespace {

constexpr char32_t braille_blank = 0x2800;

bool is_ascii(char32_t character) {
    return character < 0x80;
}

/// The character at the end of `text`, which is not empty.
Character last_character(std::string_view text) {
    std::size_t begin = text.size() - 1;
    while (begin > 0 && (static_cast<unsigned char>(text[begin]) & 0xC0U) == 0x80)
        --begin;
    return first_character(text.substr(begin));
}

bool is_on_one_line(char32_t character) {
    return !(character >= '\t' && character <= '\r') && character != 0x85 && character != 0x2028 &&
           character != 0x2029;
}

/// Whether `character`, a blank, changes how the end of the text before it looks. On a letter of the 7-bit
/// alphabet it shows nothing.
bool is_needed_by(std::string_view before, char32_t character) {
    if (!belongs_to_previous(character)) return false;
    while (!before.empty()) {
        const Character previous = last_character(before);
        if (!belongs_to_previous(previous.code_point))
            return septets_of(previous.code_point) == 0 && !is_blank(previous.code_point);
        before.remove_suffix(previous.bytes.size());
    }
    return false;
}

std::string_view without_leading_blanks(std::string_view text) {
    while (!text.empty()) {
        const Character first = first_character(text);
        if (!is_blank(first.code_point)) break;
        text.remove_prefix(first.bytes.size());
    }
    return text;
}

std::string_view without_trailing_blanks(std::string_view text) {
    while (!text.empty()) {
        const Character last = last_character(text);
        const std::string_view before = text.substr(0, text.size() - last.bytes.size());
        if (!is_blank(last.code_point) || is_needed_by(before, last.code_point)) break;
        text = before;
    }
    return text;
}

/// Whether one of the characters is not in the 7-bit alphabet.
bool forces_ucs2(std::string_view text) {
    while (!text.empty()) {
        const Character first = first_character(text);
        if (septets_of(first.code_point) == 0) return true;
        text.remove_prefix(first.bytes.size());
    }
    return false;
}

}  // namespace

bool is_space(char32_t character) {
    if (is_ascii(character)) return character == ' ' || (character >= '\t' && character <= '\r');
    return u_isUWhiteSpace(static_cast<UChar32>(character)) != 0;
}

bool is_blank(char32_t character) {
    if (is_space(character)) return true;
    if (is_ascii(character)) return false;
    const auto code_point = static_cast<UChar32>(character);
    return character == braille_blank ||
           u_hasBinaryProperty(code_point, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0;
}

std::string_view without_surrounding_blanks(std::string_view text) {
    return without_trailing_blanks(without_leading_blanks(text));
}

std::string_view without_forcing_blanks(std::string_view text) {
    const std::string_view begun = without_leading_blanks(text);
    if (forces_ucs2(text.substr(0, text.size() - begun.size()))) text = begun;
    const std::string_view ended = without_trailing_blanks(text);
    return forces_ucs2(text.substr(ended.size())) ? ended : text;
}

std::string on_one_line(std::string_view text) {
    std::string line;
    std::string spaces;  // since the last character that is none
    bool is_line_end = false;
    for (const Character& character : characters_of(without_surrounding_blanks(text))) {
        if (is_space(character.code_point)) {
            spaces += character.bytes;
            is_line_end = is_line_end || !is_on_one_line(character.code_point);
            continue;
        }
        line += is_line_end ? " " : spaces;
        line += character.bytes;
        spaces.clear();
        is_line_end = false;
    }
    return line;
}

}  // namespace send_text
