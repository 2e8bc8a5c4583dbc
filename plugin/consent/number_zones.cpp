#include "consent/number_zones.hpp"

#include <algorithm>
#include <string_view>

namespace send_text {
namespace {

struct AreaCodeZones {
    int area_code;
    std::string_view zones;  ///< with | between them
};

constexpr AreaCodeZones area_code_zones[] = {
#include "consent/area_code_zones.inc"
};
static_assert(std::is_sorted(std::begin(area_code_zones), std::end(area_code_zones),
                             [](const auto& left, const auto& right) {
                                 return left.area_code < right.area_code;
                             }));

constexpr std::string_view contiguous_states =
    "America/New_York|America/Chicago|America/Denver|America/Los_Angeles";

std::vector<std::string> split(std::string_view zones) {
    std::vector<std::string> names;
    while (!zones.empty()) {
        const std::size_t end = std::min(zones.find('|'), zones.size());
        names.emplace_back(zones.substr(0, end));
        zones.remove_prefix(std::min(end + 1, zones.size()));
    }
    return names;
}

/// The zones of the number's area code; empty when it has none.
std::string_view of_area_code(const std::string& number) {
    constexpr std::size_t north_american = 12;  // +1 and ten digits
    if (number.size() != north_american || !number.starts_with("+1")) return {};
    const int area_code = (number[2] - '0') * 100 + (number[3] - '0') * 10 + (number[4] - '0');
    const auto found =
        std::lower_bound(std::begin(area_code_zones), std::end(area_code_zones), area_code,
                         [](const AreaCodeZones& entry, int code) { return entry.area_code < code; });
    return found != std::end(area_code_zones) && found->area_code == area_code ? found->zones
                                                                               : std::string_view();
}

}  // namespace

std::vector<std::string> zones_of(const std::string& number, const std::string& fallback_zone) {
    if (const std::string_view zones = of_area_code(number); !zones.empty()) return split(zones);
    return fallback_zone.empty() ? split(contiguous_states) : std::vector<std::string>{fallback_zone};
}

}  // namespace send_text
