#include "consent/number_zones.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>

#include "recipients/number_place.hpp"

namespace send_text {
namespace {

struct AreaCodeZones {
    int area_code;
    std::string_view zones;  ///< with | between them; none: its numbers have no place
};

constexpr AreaCodeZones area_code_zones[] = {
#include "consent/area_code_zones.inc"
};
static_assert(std::is_sorted(std::begin(area_code_zones), std::end(area_code_zones),
                             [](const auto& left, const auto& right) {
                                 return left.area_code < right.area_code;
                             }));

struct ForeignZones {
    std::string_view first_digits;
    std::string_view zones;
};

constexpr ForeignZones foreign_zones[] = {
#include "consent/foreign_zones.inc"
};
static_assert(std::is_sorted(std::begin(foreign_zones), std::end(foreign_zones),
                             [](const auto& left, const auto& right) {
                                 return left.first_digits < right.first_digits;
                             }));

constexpr std::string_view contiguous_states =
    "America/New_York|America/Chicago|America/Denver|America/Los_Angeles";

/// Empty: the numbers of this area code have no place.
std::string_view of_area_code(int area_code) {
    const auto found =
        std::lower_bound(std::begin(area_code_zones), std::end(area_code_zones), area_code,
                         [](const AreaCodeZones& entry, int code) { return entry.area_code < code; });
    return found != std::end(area_code_zones) && found->area_code == area_code ? found->zones
                                                                               : contiguous_states;
}

/// By as many digits as possible; empty: nothing is known of any.
std::string_view of_first_digits(std::string_view digits) {
    for (; !digits.empty(); digits.remove_suffix(1)) {
        const auto found = std::lower_bound(
            std::begin(foreign_zones), std::end(foreign_zones), digits,
            [](const ForeignZones& entry, std::string_view wanted) { return entry.first_digits < wanted; });
        if (found != std::end(foreign_zones) && found->first_digits == digits) return found->zones;
    }
    return {};
}

/// Empty: it has no place, or it is no number.
std::string_view of_place(const std::string& number) {
    constexpr std::size_t north_american = 12;  // +1 and ten digits
    if (!number.starts_with("+1")) return of_first_digits(placing_digits(number));
    if (number.size() != north_american) return {};
    return of_area_code((number[2] - '0') * 100 + (number[3] - '0') * 10 + (number[4] - '0'));
}

}  // namespace

std::string_view zone_list_of(const E164& number, std::string_view fallback_zone) {
    if (const std::string_view zones = of_place(number.str()); !zones.empty()) return zones;
    return fallback_zone.empty() ? contiguous_states : fallback_zone;
}

std::vector<std::string> zones_in(std::string_view zone_list) {
    std::vector<std::string> names;
    while (!zone_list.empty()) {
        const std::size_t end = std::min(zone_list.find('|'), zone_list.size());
        names.emplace_back(zone_list.substr(0, end));
        zone_list.remove_prefix(std::min(end + 1, zone_list.size()));
    }
    return names;
}

std::vector<std::string> zones_of(const E164& number, const std::string& fallback_zone) {
    return zones_in(zone_list_of(number, fallback_zone));
}

}  // namespace send_text
