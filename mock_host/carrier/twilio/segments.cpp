#include "carrier/twilio/segments.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

#include "carrier/text_encoding.hpp"

namespace mock_host::twilio {

namespace {

constexpr std::u32string_view gsm_alphabet =
    U"@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    U"¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
constexpr std::u32string_view gsm_extension = U"\f^{}\\[~]|€";

std::size_t septets_of(char32_t character) {
    if (gsm_alphabet.find(character) != std::u32string_view::npos) return 1;
    return gsm_extension.find(character) != std::u32string_view::npos ? 2 : 0;  // 0: has none
}

std::size_t units_of(char32_t character) {
    return character > 0xFFFF ? 2 : 1;
}

std::size_t count(const std::vector<std::size_t>& sizes, std::size_t in_one, std::size_t in_each) {
    std::size_t total = 0;
    std::size_t segments = 1;
    std::size_t filled = 0;
    for (const std::size_t size : sizes) {
        total += size;
        if (filled + size > in_each) {
            ++segments;
            filled = 0;
        }
        filled += size;
    }
    return total <= in_one ? 1 : segments;
}

}  // namespace

std::size_t segments_of(const std::string& body) {
    const std::u32string characters = to_characters(body);
    std::vector<std::size_t> septets;
    std::vector<std::size_t> units;
    for (const char32_t character : characters) {
        septets.push_back(septets_of(character));
        units.push_back(units_of(character));
    }
    const bool is_gsm = std::find(septets.begin(), septets.end(), 0U) == septets.end();
    return is_gsm ? count(septets, 160, 153) : count(units, 70, 67);
}

}  // namespace mock_host::twilio
