#pragma once

#include <string>

#include "recipients/recipient.hpp"

namespace send_text {

/// What libphonenumber by itself says of a value.
struct BareVerdict {
    Verdict verdict = Verdict::unspecified;  ///< ok and extension_dropped: valid, whatever its type
    std::string e164;                        ///< of valid numbers
};

/// Parse and IsValidNumber and no more, put in our words; what is valid besides are numbers of area codes
/// that came into service after the library's metadata. It knows nothing of notes behind a number, nor of two
/// numbers in one field.
BareVerdict bare_verdict(const std::string& as_typed, const std::string& region);

/// Area codes, as in 2026, that libphonenumber 8.12.57 does not know.
inline constexpr int newer_places[] = {227, 235, 257, 274, 324, 327, 329, 350, 353, 354,
                                       363, 369, 382, 428, 472, 557, 645, 671, 683, 686,
                                       728, 730, 738, 748, 821, 835, 879, 942, 975, 983};
inline constexpr int newer_personal_numbers[] = {528, 529, 532, 633};

}  // namespace send_text
