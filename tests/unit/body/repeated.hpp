#pragma once

#include <cstddef>
#include <string>

namespace send_text::testing {

inline std::string times(std::size_t count, const std::string& text) {
    std::string all;
    for (std::size_t at = 0; at < count; ++at)
        all += text;
    return all;
}

}  // namespace send_text::testing
