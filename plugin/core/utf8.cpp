#include "core/utf8.hpp"

#include <cstdint>

namespace send_text {
namespace {

bool is_tail(std::uint8_t byte) {
    return (byte & 0xC0) == 0x80;
}

}  // namespace

Character first_character(std::string_view text) {
    const auto byte = [&](std::size_t i) {
        return i < text.size() ? static_cast<std::uint8_t>(text[i]) : std::uint8_t{0};
    };
    const auto first = byte(0);
    const Character unreadable{unreadable_character, text.substr(0, 1), false};
    if (first < 0x80) return {first, text.substr(0, 1), true};
    const std::size_t bytes = first >= 0xC2 && first <= 0xDF   ? 2
                              : first >= 0xE0 && first <= 0xEF ? 3
                              : first >= 0xF0 && first <= 0xF4 ? 4
                                                               : 0;
    if (bytes == 0) return unreadable;
    char32_t code = first & (0xFF >> (bytes + 1));
    for (std::size_t i = 1; i < bytes; ++i) {
        if (!is_tail(byte(i))) return unreadable;
        code = code << 6 | (byte(i) & 0x3F);
    }
    constexpr char32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
    const bool is_surrogate = code >= 0xD800 && code <= 0xDFFF;
    if (code < least[bytes] || is_surrogate || code > 0x10FFFF) return unreadable;
    return {code, text.substr(0, bytes), true};
}

std::vector<Character> characters_of(std::string_view text) {
    std::vector<Character> characters;
    characters.reserve(text.size());
    while (!text.empty()) {
        characters.push_back(first_character(text));
        text.remove_prefix(characters.back().bytes.size());
    }
    return characters;
}

std::string_view first_bytes(std::string_view text, std::size_t max_bytes) {
    if (text.size() <= max_bytes) return text;
    std::size_t size = max_bytes;
    while (size > 0 && is_tail(static_cast<std::uint8_t>(text[size])))
        --size;
    return text.substr(0, size);
}

bool is_utf8(std::string_view text) {
    while (!text.empty()) {
        const Character character = first_character(text);
        if (!character.is_well_formed) return false;
        text.remove_prefix(character.bytes.size());
    }
    return true;
}

std::string replace_invalid_utf8(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    while (!text.empty()) {
        const Character character = first_character(text);
        out += character.is_well_formed ? character.bytes : unreadable_in_utf8;
        text.remove_prefix(character.bytes.size());
    }
    return out;
}

}  // namespace send_text
