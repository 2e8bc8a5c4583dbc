#pragma once

#include <algorithm>
#include <string_view>

namespace send_text {

/// Whether an address is a short code: digits, fewer than any number has with its country code. Services text
/// from them, and we never text to one.
constexpr bool is_short_code(std::string_view address) {
    return address.size() >= 3 && address.size() <= 6 &&
           std::all_of(address.begin(), address.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace send_text
