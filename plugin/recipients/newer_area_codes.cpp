#include "recipients/newer_area_codes.hpp"

#include <algorithm>
#include <iterator>

namespace send_text {
namespace {

/// Area codes with exchanges, as one number: 983200 is exchange 200 of area code 983.
struct Exchanges {
    std::uint64_t first, last;
    NumberType type;
    bool is_only_announced;
};

constexpr Exchanges newer_exchanges[] = {
#include "recipients/newer_area_codes.inc"
};

static_assert(std::is_sorted(std::begin(newer_exchanges), std::end(newer_exchanges),
                             [](const Exchanges& a, const Exchanges& b) { return a.last < b.first; }));

}  // namespace

std::optional<NewerNumber> newer_number(std::uint64_t national_number) {
    constexpr std::uint64_t largest = 9'999'999'999;
    const auto exchange = national_number / 10'000;
    if (national_number > largest || !is_exchange(exchange % 1'000)) return std::nullopt;
    const auto* found =
        std::lower_bound(std::begin(newer_exchanges), std::end(newer_exchanges), exchange,
                         [](const Exchanges& range, std::uint64_t wanted) { return range.last < wanted; });
    if (found == std::end(newer_exchanges) || exchange < found->first) return std::nullopt;
    return NewerNumber{found->type, found->is_only_announced};
}

}  // namespace send_text
