#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace send_text {

/// How a body is cut into segments by the carrier (GSM 03.38 and UCS-2 by 3GPP TS 23.038).
struct BodySegments {
    std::size_t characters = 0;  ///< as people count: code points
    std::size_t segments = 0;
    bool is_gsm7 = true;
    std::string forces_ucs2;  ///< the first character that the 7-bit alphabet lacks; empty when is_gsm7
};

/// Counts a body of valid UTF-8. An escape pair or a surrogate pair never straddles a seam.
BodySegments count_segments(std::string_view body);

/// The longest body, in characters.
inline constexpr std::size_t longest_body_characters = 1600;

/// Why a body cannot be sent, in a sentence that says what to do; empty: it can.
std::string problem_of_body(std::string_view body);

}  // namespace send_text
