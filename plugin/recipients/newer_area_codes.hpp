#pragma once

#include <cstdint>
#include <optional>

#include "recipients/number_type.hpp"

namespace send_text {

/// The type of a North American number (country code 1) whose area code came into service after
/// libphonenumber's metadata. Empty when it is no such area code, or the number is not well-formed: ten
/// digits, an exchange of 200 … 999 that is not an N11 (the North American Numbering Plan).
std::optional<NumberType> newer_area_code_type(std::uint64_t national_number);

}  // namespace send_text
