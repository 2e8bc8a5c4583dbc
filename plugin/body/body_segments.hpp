#pragma once

#include <cstddef>
#include <string_view>

namespace send_text {

/// How a body is cut into segments by the carrier (3GPP TS 23.038 and 23.040): in the 7-bit alphabet 160
/// septets in one, 153 in each of several; as UCS-2 70 and 67 units of UTF-16.
struct BodySegments {
    std::size_t characters = 0;  ///< as people and carriers count: code points
    std::size_t segments = 0;
    std::size_t units = 0;     ///< as the encoding counts: septets, or units of UTF-16
    std::size_t capacity = 0;  ///< units that this many segments hold; of an empty body, one segment
    bool is_gsm7 = true;       ///< false: at least one character is not in the 7-bit alphabet
};

/// Counts a body of valid UTF-8. An escape pair or a surrogate pair never straddles a seam.
BodySegments count_segments(std::string_view body);

}  // namespace send_text
