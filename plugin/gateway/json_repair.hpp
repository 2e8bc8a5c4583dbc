#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace send_text {

/// How deep a carrier's JSON may be nested; its own is no deeper than six.
inline constexpr std::size_t most_json_depth = 64;

/// Whether brackets stand deeper in each other than most_json_depth. Only sure of JSON that is one.
bool is_nested_too_deep(std::string_view text);

/// Valid JSON in place of what is nearly JSON, so that the message of one person cannot make a whole list
/// unreadable. What cannot be read in a string (half a surrogate pair, a control character, an escape that
/// there is not) becomes U+FFFD, a number or word that there is not becomes a string. Of an entry of the
/// outermost list a field that is broken, or nested too deep, becomes null, or what there is of a text and
/// U+FFFD; an entry in which no sense can be made becomes null. Nothing when more than entries is broken.
/// `text` is UTF-8.
std::optional<std::string> repaired_json(std::string_view text);

}  // namespace send_text
