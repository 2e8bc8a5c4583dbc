#pragma once

#include <string>
#include <string_view>

namespace mock_host {

/// True for '+' and 8 to 15 digits of which the first is not 0; a number under +1 has exactly 10 more digits.
/// Only the form is judged: whether a number is in use is for the handset to say.
bool is_e164(std::string_view number);

/// True for one or more characters that are all 0 to 9.
bool is_all_digits(std::string_view text);

}  // namespace mock_host
