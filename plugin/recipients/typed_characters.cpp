#include "recipients/typed_characters.hpp"

#include <algorithm>
#include <cstdint>
#include <iterator>

#include "body/characters.hpp"

namespace send_text {
namespace {

struct Range {
    char32_t first, last;
};

/// Unicode's Default_Ignorable_Code_Point, the marks of interlinear annotation, and the keycap that is put
/// around a digit.
constexpr Range unseen[] = {
    {0x00AD, 0x00AD},   {0x034F, 0x034F},   {0x061C, 0x061C},   {0x115F, 0x1160}, {0x17B4, 0x17B5},
    {0x180B, 0x180F},   {0x200B, 0x200F},   {0x202A, 0x202E},   {0x2060, 0x206F}, {0x20E3, 0x20E3},
    {0x3164, 0x3164},   {0xFE00, 0xFE0F},   {0xFEFF, 0xFEFF},   {0xFFA0, 0xFFA0}, {0xFFF0, 0xFFFB},
    {0x1BCA0, 0x1BCA3}, {0x1D173, 0x1D17A}, {0xE0000, 0xE0FFF},
};

constexpr Range spaces[] = {
    {0x00A0, 0x00A0}, {0x1680, 0x1680}, {0x2000, 0x200A}, {0x2028, 0x2029},
    {0x202F, 0x202F}, {0x205F, 0x205F}, {0x3000, 0x3000},
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

/// The zeros of the decimal digits that are written in the world (Unicode's Nd), nine more behind each.
constexpr char32_t zeros[] = {
    0x0660,  0x06F0,  0x07C0,  0x0966,  0x09E6,  0x0A66,  0x0AE6,  0x0B66,  0x0BE6,  0x0C66,  0x0CE6,
    0x0D66,  0x0DE6,  0x0E50,  0x0ED0,  0x0F20,  0x1040,  0x1090,  0x17E0,  0x1810,  0x1946,  0x19D0,
    0x1A80,  0x1A90,  0x1B50,  0x1BB0,  0x1C40,  0x1C50,  0xA620,  0xA8D0,  0xA900,  0xA9D0,  0xA9F0,
    0xAA50,  0xABF0,  0xFF10,  0x104A0, 0x10D30, 0x11066, 0x110F0, 0x11136, 0x111D0, 0x112F0, 0x11450,
    0x114D0, 0x11650, 0x116C0, 0x11730, 0x118E0, 0x11950, 0x11C50, 0x11D50, 0x11DA0, 0x16A60, 0x16AC0,
    0x16B50, 0x1D7CE, 0x1D7D8, 0x1D7E2, 0x1D7EC, 0x1D7F6, 0x1E140, 0x1E2F0, 0x1E950, 0x1FBF0,
};

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

/// 0 … 9, or -1 when it is no digit of another script.
int digit_of(char32_t code) {
    const auto* after = std::upper_bound(std::begin(zeros), std::end(zeros), code);
    if (after == std::begin(zeros) || code - *std::prev(after) > 9) return -1;
    return static_cast<int>(code - *std::prev(after));
}

/// What stands for a character beyond ASCII; 0 when it stays as it is, or is left out.
char plain_twin(char32_t code) {
    if (const int digit = digit_of(code); digit >= 0) return static_cast<char>('0' + digit);
    if (code >= 0xFF01 && code <= 0xFF5E) return static_cast<char>(code - 0xFF01 + '!');
    if (code == 0x00D7) return 'x';
    if (is_among(code, spaces)) return ' ';
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

// RFC 3629: no overlong forms, no surrogates, nothing above U+10FFFF.
TypedCharacter typed_character(std::string_view text) {
    const auto byte = [&](std::size_t i) {
        return i < text.size() ? static_cast<std::uint8_t>(text[i]) : std::uint8_t{0};
    };
    const auto first = byte(0);
    if (first < 0x80) return {first, 1, true};
    const std::size_t bytes = first >= 0xC2 && first <= 0xDF   ? 2
                              : first >= 0xE0 && first <= 0xEF ? 3
                              : first >= 0xF0 && first <= 0xF4 ? 4
                                                               : 0;
    if (bytes == 0) return {};
    char32_t code = first & (0xFF >> (bytes + 1));
    for (std::size_t i = 1; i < bytes; ++i) {
        if ((byte(i) & 0xC0) != 0x80) return {};
        code = code << 6 | (byte(i) & 0x3F);
    }
    constexpr char32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
    const bool is_surrogate = code >= 0xD800 && code <= 0xDFFF;
    if (code < least[bytes] || is_surrogate || code > 0x10FFFF) return {};
    return {code, bytes, true};
}

bool is_utf8(std::string_view text) {
    while (!text.empty()) {
        const TypedCharacter character = typed_character(text);
        if (!character.is_well_formed) return false;
        text.remove_prefix(character.bytes);
    }
    return true;
}

bool is_letter(char32_t code) {
    return is_among(code, letters);
}

std::string name_of(char32_t code) {
    if (code == unreadable_character) return "a character that cannot be read";
    if (is_letter(code)) return "the letter \"" + utf8(code) + "\"";
    const std::string number = code_point_name(code);
    if (shows_nothing(code)) return "the invisible character " + number;
    return "\"" + utf8(code) + "\"" + (code < 0x80 ? "" : " (" + number + ")");
}

std::string with_plain_characters(std::string_view typed) {
    std::string plain;
    plain.reserve(typed.size());
    while (!typed.empty()) {
        const TypedCharacter character = typed_character(typed);
        const char twin = character.code < 0x80 ? '\0' : plain_twin(character.code);
        if (twin != '\0') {
            plain += twin;
        } else if (!is_among(character.code, unseen)) {
            plain += typed.substr(0, character.bytes);
        }
        typed.remove_prefix(character.bytes);
    }
    return plain;
}

}  // namespace send_text
