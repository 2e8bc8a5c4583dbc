#include "body/characters.hpp"

#include <array>
#include <cstdio>

namespace send_text {

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
