#pragma once

#include <string>
#include <string_view>

namespace mock_host {

/// The form in which numbers are compared: the first number in `typed`, as "+" and digits, so that
/// "(651) 580-0580x123", "1-651-580-0580 call after 5" and "+16515800580" are all "+16515800580".
/// Ten digits without a country code are taken as a North American number; fewer stay as they are, without
/// "+" ("5551204"). Full-width digits count. Empty when there is no number of at least seven digits.
std::string phone_key(std::string_view typed);

}  // namespace mock_host
