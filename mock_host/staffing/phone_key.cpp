#include "mock_host/staffing/phone_key.hpp"

#include <cstddef>

namespace mock_host {

namespace {

constexpr std::size_t min_number = 7;
constexpr std::size_t max_number = 15;  // ITU-T E.164

/// Full-width digits, signs and spaces (U+FF01..U+FF5E, U+3000) in their ASCII form.
std::string to_half_width(std::string_view typed) {
    std::string result;
    for (std::size_t i = 0; i < typed.size(); ++i) {
        const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(typed[at]); };
        if (i + 2 < typed.size() && byte(i) == 0xEF && (byte(i + 1) == 0xBC || byte(i + 1) == 0xBD)) {
            const unsigned code = 0xF000U | (byte(i + 1) & 0x3FU) << 6U | (byte(i + 2) & 0x3FU);
            result += static_cast<char>(code - 0xFF01U + '!');
            i += 2;
        } else {
            result += typed[i];
        }
    }
    return result;
}

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// Where one number ends and an extension, a note or a second number begins.
bool ends_number(const std::string& text, std::size_t i) {
    const char c = text[i];
    const bool spaced_slash = c == '/' && i > 0 && text[i - 1] == ' ';
    return is_letter(c) || c == '#' || c == ';' || c == ',' || c == '&' || c == '\n' || spaced_slash;
}

}  // namespace

std::string phone_key(std::string_view typed) {
    const std::string text = to_half_width(typed);
    std::string digits;
    bool international = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c >= '0' && c <= '9') {
            digits += c;
        } else if (c == '+' && digits.empty()) {
            international = true;
        } else if (ends_number(text, i)) {
            if (digits.size() >= min_number) break;
            digits.clear();  // "ext 5", "2 kids: 651-..."
            international = false;
        }
    }
    if (digits.size() < min_number || digits.size() > max_number) return {};
    if (international || digits.size() > 10) return "+" + digits;
    return digits.size() == 10 ? "+1" + digits : digits;
}

}  // namespace mock_host
