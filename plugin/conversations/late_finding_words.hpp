#pragma once

#include <string>

#include "model/text_decision.hpp"

namespace send_text {

/// What people are told of a text that the carrier turned out to have.
struct LateFindingWords {
    std::string title, text;
};

/// Both empty when it is as was decided, which is nothing to tell.
LateFindingWords describe(const LateFinding& finding);

}  // namespace send_text
