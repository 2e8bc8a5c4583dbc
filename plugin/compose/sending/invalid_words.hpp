#pragma once

#include <cstddef>
#include <span>
#include <string>

#include "recipients/recipient.hpp"

namespace send_text {

/// What is said above recipients who got no text (one at least).
struct InvalidWords {
    std::string title;
    std::string label;    ///< of their rows
    std::string summary;  ///< how many there are, and what to do about it where that is the same for all
    std::string others;   ///< that the others get theirs
};

/// `others`: so many people are texted.
InvalidWords describe_invalid(std::span<const Recipient> invalid, std::size_t others);

}  // namespace send_text
