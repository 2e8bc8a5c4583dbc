#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "gateway/code_meaning.hpp"

namespace send_text::twilio {

/// Nothing for a code that is not known here. `words` are Twilio's own, fit to be shown; they are told with a
/// code that is known by its kind only.
std::optional<CodeMeaning> meaning_of_code(std::int64_t code, const std::string& words);

/// "Twilio's error 21999: its words." By its number people can look it up.
std::string named_error(std::int64_t code, const std::string& words);

}  // namespace send_text::twilio
