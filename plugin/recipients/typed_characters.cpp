#include "recipients/typed_characters.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <cstddef>
#include <iterator>

#include "body/blanks.hpp"
#include "body/characters.hpp"
#include "core/utf8.hpp"

namespace send_text {
namespace {

struct Range {
    char32_t first, last;
};

constexpr Range hyphens[] = {
    {0x02D7, 0x02D7}, {0x058A, 0x058A}, {0x05BE, 0x05BE}, {0x06D4, 0x06D4},
    {0x1806, 0x1806}, {0x2010, 0x2015}, {0x2043, 0x2043}, {0x207B, 0x207B},
    {0x2212, 0x2212}, {0x2E3A, 0x2E3B}, {0x301C, 0x301C}, {0x3030, 0x3030},
    {0x30FC, 0x30FC}, {0xFE58, 0xFE58}, {0xFE63, 0xFE63}, {0xFF70, 0xFF70},
};

constexpr Range dots[] = {
    {0x00B7, 0x00B7}, {0x2022, 0x2022}, {0x2024, 0x2024}, {0x2027, 0x2027}, {0x2219, 0x2219},
    {0x22C5, 0x22C5}, {0x3002, 0x3002}, {0x30FB, 0x30FB}, {0xFE52, 0xFE52}, {0xFF61, 0xFF61},
};

constexpr Range apostrophes[] = {{0x00B4, 0x00B4}, {0x02BC, 0x02BC}, {0x2018, 0x201B}, {0x2032, 0x2032}};
constexpr Range slashes[] = {{0x2044, 0x2044}, {0x2215, 0x2215}};
constexpr Range pluses[] = {{0x207A, 0x207A}, {0x2795, 0x2795}, {0xFE62, 0xFE62}};

/// Where letters stand. What else is in these blocks is seldom seen in a phone field.
constexpr Range letters[] = {
    {'A', 'Z'},       {'a', 'z'},         {0x00AA, 0x00AA},   {0x00B5, 0x00B5},   {0x00BA, 0x00BA},
    {0x00C0, 0x00D6}, {0x00D8, 0x00F6},   {0x00F8, 0x02C1},   {0x0370, 0x1FFF},   {0x2071, 0x2071},
    {0x207F, 0x207F}, {0x2090, 0x209C},   {0x2100, 0x214F},   {0x2460, 0x24FF},   {0x2C00, 0x2DFF},
    {0x3005, 0x3006}, {0x3040, 0x30FA},   {0x30FC, 0x31FF},   {0x3400, 0x4DBF},   {0x4E00, 0xABFF},
    {0xAC00, 0xD7FF}, {0xF900, 0xFDFF},   {0xFE70, 0xFEFC},   {0xFF21, 0xFF3A},   {0xFF41, 0xFF5A},
    {0xFF66, 0xFFDC}, {0x10000, 0x1CFFF}, {0x1D400, 0x1D7CD}, {0x1DF00, 0x1EFFF}, {0x20000, 0x3FFFF},
};

template <std::size_t size>
constexpr bool is_among(char32_t code, const Range (&ranges)[size]) {
    const auto* after =
        std::upper_bound(std::begin(ranges), std::end(ranges), code,
                         [](char32_t value, const Range& range) { return value < range.first; });
    return after != std::begin(ranges) && code <= std::prev(after)->last;
}

/// What nobody sees, or is only put around the character before it: the marks of interlinear annotation, and
/// the keycap.
bool is_passed_over(char32_t code) {
    return is_blank(code) || (code >= 0xFFF9 && code <= 0xFFFB) || code == 0x20E3;
}

/// What stands for a character beyond ASCII; 0 when it stays as it is, or is left out.
char plain_replacement(char32_t code) {
    const int digit = u_charDigitValue(static_cast<UChar32>(code));  // of any script; else -1
    if (digit >= 0) return static_cast<char>('0' + digit);
    if (code >= 0xFF01 && code <= 0xFF5E) return static_cast<char>(code - 0xFF01 + '!');
    if (code == 0x00D7) return 'x';
    if (is_space(code)) return ' ';
    if (is_among(code, hyphens)) return '-';
    if (is_among(code, dots)) return '.';
    if (is_among(code, apostrophes)) return '\'';
    if (is_among(code, slashes)) return '/';
    return is_among(code, pluses) ? '+' : '\0';
}

std::string utf8(char32_t code) {
    const auto tail = [&](int shift) { return static_cast<char>(0x80 | ((code >> shift) & 0x3F)); };
    if (code < 0x80) return {static_cast<char>(code)};
    if (code < 0x800) return {static_cast<char>(0xC0 | (code >> 6)), tail(0)};
    if (code < 0x10000) return {static_cast<char>(0xE0 | (code >> 12)), tail(6), tail(0)};
    return {static_cast<char>(0xF0 | (code >> 18)), tail(12), tail(6), tail(0)};
}

/// Control characters, private use and what only places an object.
bool shows_nothing(char32_t code) {
    return code < 0x20 || (code >= 0x7F && code < 0xA0) || (code >= 0xE000 && code <= 0xF8FF) ||
           code >= 0xF0000 || code == 0xFFFC;
}

}  // namespace

bool is_letter(char32_t code) {
    return is_among(code, letters);
}

std::string name_of(char32_t code) {
    if (code == unreadable_character) return "a character that cannot be read";
    if (is_letter(code)) return "the letter \"" + utf8(code) + "\"";
    if ((code >= '\n' && code <= '\r') || code == 0x85) return "a line break";
    const std::string number = code_point_name(code);
    if (shows_nothing(code)) return "the invisible character " + number;
    return "\"" + utf8(code) + "\"" + (code < 0x80 ? "" : " (" + number + ")");
}

std::string with_plain_characters(std::string_view typed) {
    std::string plain;
    plain.reserve(typed.size());
    while (!typed.empty()) {
        const Character character = first_character(typed);
        const bool is_ascii = character.code_point < 0x80;
        const char replacement = is_ascii ? typed[0] : plain_replacement(character.code_point);
        if (replacement != '\0' || is_ascii) {
            plain += replacement;
        } else if (!is_passed_over(character.code_point)) {
            plain += character.bytes;
        }
        typed.remove_prefix(character.bytes.size());
    }
    return plain;
}

}  // namespace send_text
