#pragma once

#include <string>
#include <string_view>

namespace send_text {

/// How a number is shown to people: "+16515800580" becomes "(651) 580-0580", a number outside North America
/// becomes "+44 7911 123456". What is not E.164 comes back as it is.
std::string national_format(const std::string& e164);

/// The E.164 form of the line that an account texts from, for which carriers ask digits: ten digits in a
/// region of country code 1 get "+1", other digits are E.164 without its plus. Punctuation is passed over.
/// Whether the number is in service is the carrier's to say. Empty when there are letters, or fewer than 8 or
/// more than 15 digits.
std::string to_e164(std::string_view line, const std::string& region);

/// Whether numbers may belong to a region: a country's two capital letters, such as "US".
bool is_known_region(const std::string& region);

}  // namespace send_text
