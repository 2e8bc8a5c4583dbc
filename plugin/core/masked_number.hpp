#pragma once

#include <string>
#include <string_view>

namespace send_text {

/// A number for a log line: "+16515551204" becomes "**04".
std::string masked_number(std::string_view number);

}  // namespace send_text
