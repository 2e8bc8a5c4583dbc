#pragma once

#include <cstddef>
#include <string>

namespace mock_host::twilio {

/// How many segments a body (UTF-8) takes on the air: 160 septets in the GSM 03.38 alphabet or 153 in each of
/// several, else 70 or 67 UTF-16 units. Neither an escape pair nor a surrogate pair is divided between two.
std::size_t segments_of(const std::string& body);

}  // namespace mock_host::twilio
