#pragma once

#include <cstdint>

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

}  // namespace send_text
