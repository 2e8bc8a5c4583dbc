#pragma once

#include <string_view>

namespace send_text::twilio {

/// Whether a text is an id as Twilio makes them: two letters and 32 hexadecimal digits.
constexpr bool is_sid(std::string_view text, std::string_view letters) {
    constexpr std::string_view digits = "0123456789abcdefABCDEF";
    return text.size() == 34 && text.starts_with(letters) &&
           text.substr(2).find_first_not_of(digits) == std::string_view::npos;
}

/// Whether a text is a number in E.164, as Twilio writes what is not a short code, a name or another channel.
constexpr bool is_number(std::string_view text) {
    return text.size() >= 8 && text.size() <= 16 && text[0] == '+' && text[1] != '0' &&
           text.substr(1).find_first_not_of("0123456789") == std::string_view::npos;
}

}  // namespace send_text::twilio
