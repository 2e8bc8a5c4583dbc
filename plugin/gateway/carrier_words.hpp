#pragma once

#include <string>
#include <string_view>

namespace send_text {

/// A carrier's own words, made fit to be shown and logged: on one line, of a bounded length, without what
/// they repeat of the text's `body`, without ids, keys and more than the last two digits of a number. Both
/// are UTF-8.
std::string shown_carrier_words(std::string_view words, std::string_view body);

}  // namespace send_text
