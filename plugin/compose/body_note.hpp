#pragma once

#include <string>
#include <string_view>

#include "body/body_segments.hpp"

namespace send_text {

/// The line below the message field.
struct BodyNote {
    std::string text;  ///< counts, and which character makes how many segments more
    bool offers_plain_characters =
        false;  ///< plain_characters(body) is in the 7-bit alphabet or has fewer segments, and costs no more
};

/// What a body of valid UTF-8 costs: "85/134 · 2 segments. ’ makes this 2 segments instead of 1; ' would
/// not." Of a body that is too long nothing: see problem_of_body.
BodyNote note_of_body(std::string_view body);

/// "168/306 · 2 segments": what the encoding counts, of what so many segments hold. Of nothing: "0/160".
std::string describe_counts(const BodySegments& counts);

/// Of a body that is not in the 7-bit alphabet, which character makes how many segments more: a sentence.
/// Empty for any other.
std::string describe_forcing_characters(std::string_view body);

}  // namespace send_text
