#include "body/gsm_alphabet.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>

namespace send_text {
namespace {

// As the standard's table has it, row by row; ESC is left out.
constexpr std::u32string_view basic =
    U"@£$¥èéùìòÇ\nØø\rÅå"
    U"Δ_ΦΓΛΩΠΨΣΘΞÆæßÉ"
    U" !\"#¤%&'()*+,-./"
    U"0123456789:;<=>?"
    U"¡ABCDEFGHIJKLMNO"
    U"PQRSTUVWXYZÄÖÑÜ§"
    U"¿abcdefghijklmno"
    U"pqrstuvwxyzäöñüà";
constexpr std::u32string_view extension = U"\f^{}\\[~]|€";

constexpr char32_t latin_1_end = 0x100;

constexpr std::size_t looked_up(char32_t character) {
    if (basic.find(character) != std::u32string_view::npos) return 1;
    return extension.find(character) != std::u32string_view::npos ? 2 : 0;
}

// Nearly all that is written is Latin-1: looked up once, by the compiler.
constexpr std::array<std::uint8_t, latin_1_end> latin_1 = [] {
    std::array<std::uint8_t, latin_1_end> septets{};
    for (char32_t character = 0; character < latin_1_end; ++character)
        septets[character] = static_cast<std::uint8_t>(looked_up(character));
    return septets;
}();

static_assert(basic.size() == 127);

}  // namespace

std::size_t septets_of(char32_t character) {
    return character < latin_1_end ? latin_1[character] : looked_up(character);
}

}  // namespace send_text
