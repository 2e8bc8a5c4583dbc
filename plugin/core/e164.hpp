#pragma once

#include <algorithm>
#include <compare>
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <utility>

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

/// The number of a person, to which texts go and from which replies come: "+16515800580". Empty: there is
/// none. Stores and carriers may give anything for one, and what they gave is kept as it is; is_e164 tells
/// whether it is a number in E.164, where it comes in and again before a text leaves.
class E164 {
  public:
    E164() = default;
    explicit E164(std::string number) : number_(std::move(number)) {}

    const std::string& str() const { return number_; }
    bool empty() const { return number_.empty(); }

    auto operator<=>(const E164&) const = default;

  private:
    std::string number_;
};

}  // namespace send_text

template <>
struct std::hash<send_text::E164> {
    std::size_t operator()(const send_text::E164& number) const noexcept {
        return std::hash<std::string>()(number.str());
    }
};
