#pragma once

#include <cstddef>
#include <string_view>

namespace send_text {

/// `text` without the spaces and line ends around it.
inline std::string_view without_surrounding_space(std::string_view text) {
    constexpr std::string_view space = " \t\r\n";
    const std::size_t first = text.find_first_not_of(space);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(space) - first + 1);
}

}  // namespace send_text
