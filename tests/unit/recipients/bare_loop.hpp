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

/// Area codes, as in November 2026, that libphonenumber 8.12.57 does not know; of 983 exchange 6xx is not
/// open.
inline constexpr int newer_places[] = {227, 235, 257, 273, 274, 324, 327, 329, 350, 353, 354,
                                       357, 363, 369, 382, 428, 436, 457, 465, 471, 472, 483,
                                       557, 565, 621, 624, 645, 679, 683, 686, 728, 729, 730,
                                       738, 748, 821, 835, 837, 861, 879, 924, 942, 975, 983};
inline constexpr int newer_personal_numbers[] = {528, 529, 532, 633};

/// Exchanges of older area codes that came into service since, first and last as one number with the code.
inline constexpr int newer_exchanges[][2] = {
    {242605, 242605}, {242830, 242834}, {264477, 264477}, {340204, 340207}, {340209, 340210},
    {345412, 345416}, {441900, 441909}, {441920, 441929}, {505640, 505643}, {505645, 505649},
    {671200, 671299}, {671484, 671485}, {671867, 671867}, {671991, 671991}, {671996, 671996},
    {671999, 671999}, {684274, 684274}, {684276, 684276}, {868619, 868619}, {868800, 868800},
    {876616, 876616}, {876671, 876671}, {876678, 876679}};

}  // namespace send_text
