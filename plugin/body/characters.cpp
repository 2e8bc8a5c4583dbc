#include "body/characters.hpp"

#include <array>
#include <cstddef>
#include <cstdio>

namespace send_text {
namespace {

constexpr std::size_t utf8_length(unsigned char lead) {
    return lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
}

}  // namespace

Character first_character(std::string_view text) {
    const auto lead = static_cast<unsigned char>(text[0]);
    const std::string_view bytes = text.substr(0, utf8_length(lead));
    char32_t code_point = bytes.size() == 1 ? lead : lead & (0xFFU >> (bytes.size() + 1));
    for (const char next : bytes.substr(1))
        code_point = (code_point << 6U) | (static_cast<unsigned char>(next) & 0x3FU);
    return {code_point, bytes};
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

bool belongs_to_previous(char32_t character) {
    const auto is_in = [character](char32_t first, char32_t last) {
        return character >= first && character <= last;
    };
    return is_in(0x300, 0x36F) || is_in(0x200C, 0x200D) || character == 0x20E3 || is_in(0xFE00, 0xFE0F) ||
           is_in(0x1F3FB, 0x1F3FF) || is_in(0xE0020, 0xE007F) || is_in(0xE0100, 0xE01EF);
}

std::string code_point_name(char32_t code_point) {
    std::array<char, 16> name{};
    std::snprintf(name.data(), name.size(), "U+%04X", static_cast<unsigned>(code_point));
    return name.data();
}

}  // namespace send_text
