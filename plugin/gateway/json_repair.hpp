#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace send_text {

/// Valid JSON in place of what is nearly JSON, so that the message of one person cannot make a whole list
/// unreadable. What cannot be read in a string (half a surrogate pair, a control character, an escape that
/// there is not) becomes U+FFFD, a number or word that there is not becomes a string. Of an entry of the
/// outermost list a field that is broken, or nested deeper than staffing::max_json_depth, becomes null, or
/// what there is of a text and U+FFFD; an entry in which no sense can be made becomes null. Nothing when more
/// than entries is broken. `text` is UTF-8.
std::optional<std::string> repaired_json(std::string_view text);

}  // namespace send_text
