#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/e164.hpp"

namespace send_text {

// Some countries changed how their mobile numbers are written, and carriers and people write both ways today:
// a text to +52 55 1234 5678 is answered by +52 1 55 1234 5678. Numbers that enter from outside, typed or
// listed by a carrier, are brought into one form, and are compared by it from then on.
//
// Of changes that are over, carriers report the new form alone (Vietnam 2018, Ivory Coast 2021, Chile,
// Ecuador, Costa Rica …), and a trunk 0 is no part of E.164; those need nothing here.

/// The form of a number (E.164) in which texts reach its subscriber; two numbers with the same one are the
/// same subscriber. What is written in one way only, or is no such number, comes back as it is.
/// Mexico without the 1 behind +52, Argentina with the 9 of mobiles behind +54, Brazil's mobiles with the
/// ninth digit, Benin with 01 behind +229.
/// Sources: the ITU's national numbering plans of these countries (Mexico 2019, Brazil 2016, Benin 2024), and
/// libphonenumber's metadata.
std::string subscriber_number(std::string_view number);
inline E164 subscriber_number(const E164& number) {
    return E164(subscriber_number(number.str()));
}

/// The forms in which the subscriber's number may be written, that of subscriber_number() first.
std::vector<std::string> forms_of_number(std::string_view number);

}  // namespace send_text
