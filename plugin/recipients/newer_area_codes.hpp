#pragma once

#include <cstdint>
#include <optional>

namespace send_text {

/// The types of number, in the order and with the values of libphonenumber's PhoneNumberType.
enum class NumberType : std::int32_t {
    fixed_line = 0,
    mobile = 1,
    fixed_line_or_mobile = 2,
    toll_free = 3,
    premium_rate = 4,
    shared_cost = 5,
    voip = 6,
    personal_number = 7,
    pager = 8,
    uan = 9,
    voicemail = 10,
    unknown = 11,
};

/// The type of a North American number (country code 1) whose area code came into service after
/// libphonenumber's metadata. Empty when it is no such area code, or the number is not well-formed: ten
/// digits, an exchange of 200 … 999 that is not an N11 (the North American Numbering Plan).
std::optional<NumberType> newer_area_code_type(std::uint64_t national_number);

}  // namespace send_text
