#pragma once

#include <string_view>

namespace mock_host {

/// The city of a postal code where people of the seed live; empty for any other code.
std::string_view city_of(std::string_view postal_code);

}  // namespace mock_host
