#pragma once

#include <string>

#include "gateway/line_gateways.hpp"
#include "model/text.hpp"

namespace send_text {

/// Whether the account through which the text's line texts now is the one that may have taken the text.
bool was_handed_to(const Text& text, const LineAccount& account);

/// Why the line's account cannot tell whether a text was sent that was not handed to it, and what to do, in
/// words that begin with "and".
std::string refusal_by(const Text& text, const LineAccount& account);

}  // namespace send_text
