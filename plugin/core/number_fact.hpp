#pragma once

#include <cstdint>

namespace send_text {

/// What was learned of a number beside its digits.
enum class NumberFact : std::int32_t {
    takes_no_texts = 1,  ///< a carrier said so: a landline, most likely
    opted_out = 2,       ///< the person does not want to be texted: they said so, or a carrier did
};

}  // namespace send_text
