#pragma once

#include <string>
#include <string_view>

namespace mock_host::twilio {

/// Whether a text is `prefix` and 32 hexadecimal digits.
bool is_sid(std::string_view prefix, std::string_view text);
/// A new one, random.
std::string new_sid(const std::string& prefix);

}  // namespace mock_host::twilio
