#include "carrier/segments.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

#include "carrier/text_encoding.hpp"

namespace mock_host {

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

std::vector<std::size_t> sizes_of(const std::string& body, std::size_t (*size_of)(char32_t)) {
    std::vector<std::size_t> sizes;
    for (const char32_t character : to_characters(body))
        sizes.push_back(size_of(character));
    return sizes;
}

bool is_gsm(const std::vector<std::size_t>& septets) {
    return std::find(septets.begin(), septets.end(), 0U) == septets.end();
}

}  // namespace

bool is_gsm(const std::string& body) {
    return is_gsm(sizes_of(body, septets_of));
}

std::size_t segments_of(const std::string& body) {
    const std::vector<std::size_t> septets = sizes_of(body, septets_of);
    return is_gsm(septets) ? count(septets, 160, 153) : segments_in_utf16(body);
}

std::size_t segments_in_utf16(const std::string& body) {
    return count(sizes_of(body, units_of), 70, 67);
}

}  // namespace mock_host
