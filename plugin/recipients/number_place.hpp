#pragma once

#include <string>
#include <string_view>

namespace send_text {

/// The first digits (a part of `e164`, without its plus) that tell where a number outside of North America
/// is: all of them of one that belongs to a place, as landlines do and in some countries mobiles; of every
/// other the country code alone. Empty: libphonenumber knows no such country. Any thread.
std::string_view placing_digits(const std::string& e164);

}  // namespace send_text
