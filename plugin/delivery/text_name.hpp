#pragma once

#include <string>

#include "core/masked_number.hpp"
#include "model/ids.hpp"
#include "model/text.hpp"

namespace send_text {

/// How the log names a text: "Text 7 to **04".
inline std::string name_of(const Text& text) {
    return "Text " + std::to_string(number_of(text.id)) + " to " + masked_number(text.number.str());
}

}  // namespace send_text
