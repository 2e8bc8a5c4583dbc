#include "mock_host/staffing/city.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace mock_host {

namespace {

using PostalCodeCity = std::pair<std::string_view, std::string_view>;

constexpr std::array<PostalCodeCity, 10> cities{{{"38104", "Memphis"},
                                                 {"38118", "Memphis"},
                                                 {"43215", "Columbus"},
                                                 {"48823", "East Lansing"},
                                                 {"55070", "Saint Francis"},
                                                 {"55109", "Saint Paul"},
                                                 {"55121", "Eagan"},
                                                 {"55122", "Eagan"},
                                                 {"55124", "Apple Valley"},
                                                 {"89101", "Las Vegas"}}};

}  // namespace

std::string_view city_of(std::string_view postal_code) {
    const auto* const found = std::ranges::find(cities, postal_code, &PostalCodeCity::first);
    return found == cities.end() ? std::string_view() : found->second;
}

}  // namespace mock_host
