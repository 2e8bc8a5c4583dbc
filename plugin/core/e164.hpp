#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace send_text {

/// Whether a text may be sent to this: + and 7 to 15 digits, no 0 first (ITU-T E.164); with country code 1,
/// ten digits of which the first is 2 … 9 (North American Numbering Plan). Else one phone would have several
/// numbers, and an opt-out of one would not hold for the others.
constexpr bool is_e164(std::string_view number) {
    constexpr std::size_t min_digits = 7, max_digits = 15;
    constexpr std::size_t north_american = 12;  // +1 and ten digits
    if (!number.starts_with('+')) return false;
    const std::string_view digits = number.substr(1);
    if (digits.size() < min_digits || digits.size() > max_digits || digits[0] == '0') return false;
    if (!std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; })) return false;
    return digits[0] != '1' || (number.size() == north_american && digits[1] >= '2');
}

}  // namespace send_text
