#pragma once

#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>

#include "gateway/code_meaning.hpp"

namespace send_text::telnyx {

/// An error of Telnyx's own.
struct Error {
    std::int64_t code = 0;
    std::string words;
};

/// The first of `errors` of an answer or a message; nothing when there is none with a code of Telnyx's. A
/// proxy's JSON has none.
std::optional<Error> first_error(const nlohmann::json& holder);

/// Nothing for a code that is not known here.
std::optional<CodeMeaning> meaning_of_code(std::int64_t code);

/// "Telnyx's error 40310: its words." By its number people can look it up. `body` is the text's.
std::string named_error(const Error& error, const std::string& body);

}  // namespace send_text::telnyx
