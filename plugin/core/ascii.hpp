#pragma once

namespace send_text {

/// 0 … 9, whatever the process's locale.
constexpr bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

}  // namespace send_text
