#pragma once

#include <cstddef>
#include <string_view>

namespace send_text {

/// Whether two texts are equal, in a time that tells no more than their sizes.
inline bool is_equal_in_constant_time(std::string_view left, std::string_view right) {
    if (left.size() != right.size()) return false;
    unsigned difference = 0;
    for (std::size_t at = 0; at < left.size(); ++at)
        difference |= static_cast<unsigned char>(left[at]) ^ static_cast<unsigned char>(right[at]);
    return difference == 0;
}

}  // namespace send_text
