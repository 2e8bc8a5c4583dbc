#include "recipients/newer_area_codes.hpp"

#include <algorithm>
#include <iterator>

namespace send_text {

namespace {

struct AreaCode {
    std::uint64_t code;
    NumberType type;
};

constexpr AreaCode newer_area_codes[] = {
#include "recipients/newer_area_codes.inc"
};

static_assert(std::is_sorted(std::begin(newer_area_codes), std::end(newer_area_codes),
                             [](const AreaCode& a, const AreaCode& b) { return a.code < b.code; }));

}  // namespace

std::optional<NumberType> newer_area_code_type(std::uint64_t national_number) {
    const auto area_code = national_number / 10'000'000;
    const auto exchange = national_number / 10'000 % 1'000;
    if (exchange < 200 || exchange % 100 == 11) return std::nullopt;
    const auto* found = std::lower_bound(std::begin(newer_area_codes), std::end(newer_area_codes), area_code,
                                         [](const AreaCode& a, std::uint64_t code) { return a.code < code; });
    if (found == std::end(newer_area_codes) || found->code != area_code) return std::nullopt;
    return found->type;
}

}  // namespace send_text
