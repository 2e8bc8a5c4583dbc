#pragma once

#include <string_view>

namespace send_text::twilio {

/// Whether a text is an id as Twilio makes them: two letters and 32 hexadecimal digits.
constexpr bool is_sid(std::string_view text, std::string_view letters) {
    constexpr std::string_view digits = "0123456789abcdefABCDEF";
    return text.size() == 34 && text.starts_with(letters) &&
           text.substr(2).find_first_not_of(digits) == std::string_view::npos;
}

}  // namespace send_text::twilio
