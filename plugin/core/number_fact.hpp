#pragma once

#include <cstdint>

namespace send_text {

/// What was learned of a number beside its digits.
enum class NumberFact : std::int32_t {
    takes_no_texts = 1,  ///< a carrier said so: a landline, most likely
    opted_out = 2,       ///< the person does not want to be texted: they said so, or a carrier did
    is_in_service = 3,   ///< a carrier took a text for it, though no numbering plan that we have knows it
};

}  // namespace send_text
