#include "recipients/plain_number.hpp"

#include <array>
#include <cstddef>
#include <cstdint>

#include "recipients/newer_area_codes.hpp"

namespace send_text {

namespace {

constexpr int plain_area_codes[] = {
#include "recipients/plain_area_codes.inc"
};

/// Whether an area code, 0 … 999, is among them.
constexpr auto is_plain_area_code = [] {
    std::array<bool, 1000> is_plain{};
    for (const int code : plain_area_codes)
        is_plain[static_cast<std::size_t>(code)] = true;
    return is_plain;
}();

constexpr std::size_t national_digits = 10;

/// What libphonenumber passes over between digits; there is more of it, less common.
bool is_separator(char c) {
    return c == ' ' || c == '-' || c == '.' || c == '(' || c == ')';
}

bool is_in_service(std::uint64_t national_number) {
    const std::uint64_t area_code = national_number / 10'000'000;
    const std::uint64_t exchange = national_number / 10'000 % 1'000;
    if (is_plain_area_code[area_code]) return exchange >= 200;
    const auto newer = newer_number(national_number);
    return newer && newer->type == NumberType::fixed_line_or_mobile && !newer->is_only_announced;
}

}  // namespace

std::optional<std::string> plain_north_american_number(std::string_view value) {
    const bool has_plus = value.starts_with('+');
    if (has_plus) value.remove_prefix(1);
    std::string e164 = "+1";
    std::uint64_t national_number = 0;
    std::size_t digits = 0;
    bool has_country_code = false;
    for (const char c : value) {
        if (is_separator(c)) continue;
        if (c < '0' || c > '9' || digits == national_digits) return std::nullopt;
        if (digits == 0 && c == '1' && !has_country_code) {
            has_country_code = true;  // no area code begins with 1
            continue;
        }
        e164 += c;
        national_number = national_number * 10 + static_cast<std::uint64_t>(c - '0');
        ++digits;
    }
    if (digits != national_digits || (has_plus && !has_country_code)) return std::nullopt;
    if (!is_in_service(national_number)) return std::nullopt;
    return e164;
}

}  // namespace send_text
