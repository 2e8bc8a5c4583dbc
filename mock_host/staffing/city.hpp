#pragma once

#include <string_view>

namespace mock_host {

/// The city of a postal code of the places where this office's people live; empty for another one.
std::string_view city_of(std::string_view postal_code);

}  // namespace mock_host
