#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace send_text {

/// The E.164 form of a value that is nothing but one North American number of an area code all of whose
/// numbers are in service: "(651) 555-1204", "+1 651.555.1204", "16515551204". Where numbers without a
/// country code are American or Canadian, libphonenumber reads it the same way and calls it valid, at a
/// hundred times the cost. Empty for all else: that says nothing about the value, so that a later
/// libphonenumber, which knows more area codes, is not contradicted.
std::optional<std::string> plain_north_american_number(std::string_view value);

}  // namespace send_text
