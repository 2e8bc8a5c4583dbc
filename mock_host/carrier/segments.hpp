#pragma once

#include <cstddef>
#include <string>

namespace mock_host {

/// How many segments a body (UTF-8) takes on the air: 160 septets in the GSM 03.38 alphabet or 153 in each of
/// several, else 70 or 67 UTF-16 units. Neither an escape pair nor a surrogate pair is divided between two.
std::size_t segments_of(const std::string& body);
/// The same of a body that is sent in UTF-16, whatever stands in it.
std::size_t segments_in_utf16(const std::string& body);
/// Whether the GSM 03.38 alphabet has every character of a body (UTF-8).
bool is_gsm(const std::string& body);

}  // namespace mock_host
