#include "core/utf8.hpp"

#include <cstdint>

namespace send_text {

DecodedCharacter decoded_character(std::string_view text) {
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
        const DecodedCharacter character = decoded_character(text);
        if (!character.is_well_formed) return false;
        text.remove_prefix(character.bytes);
    }
    return true;
}

std::string replace_invalid_utf8(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    while (!text.empty()) {
        const DecodedCharacter character = decoded_character(text);
        out += character.is_well_formed ? text.substr(0, character.bytes) : unreadable_in_utf8;
        text.remove_prefix(character.bytes);
    }
    return out;
}

}  // namespace send_text
