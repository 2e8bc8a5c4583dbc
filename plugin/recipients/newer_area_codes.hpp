#pragma once

#include <cstdint>
#include <optional>

#include "recipients/verdict.hpp"

namespace send_text {

/// A North American number that libphonenumber's metadata does not know yet.
struct NewerNumber {
    NumberType type;
    bool is_only_announced = false;  ///< its area code is to be opened; we know of no day on which it was
};

/// What is known of a number (country code 1, ten digits) whose area code or exchange came into service after
/// libphonenumber's metadata; nothing when it is no such number. Source: packaging/refresh-newer-numbers.
std::optional<NewerNumber> newer_number(std::uint64_t national_number);

/// Whether three digits may stand behind an area code: 200 … 999 and no N11 (the North American Numbering
/// Plan).
constexpr bool is_exchange(std::uint64_t three_digits) {
    return three_digits >= 200 && three_digits <= 999 && three_digits % 100 != 11;
}

}  // namespace send_text
