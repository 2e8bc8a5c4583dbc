#include "delivery/carrier_listing.hpp"

#include <algorithm>
#include <utility>

#include "gateway/list_reader.hpp"

namespace send_text {
namespace {

constexpr std::int64_t most_pages = 50;

}  // namespace

CarrierListing list_back_to(std::int64_t horizon_ms, Gateway& gateway) {
    CarrierListing listing;
    std::int64_t oldest_ms = std::numeric_limits<std::int64_t>::max();
    bool is_complete = false;
    ListReader reader(gateway);
    for (std::int64_t page_number = 0; page_number < most_pages && !is_complete; ++page_number) {
        CarrierPage page = reader.next();
        listing.has_gaps = listing.has_gaps || !page.unreadable.empty();
        bool is_all_older = !page.messages.empty();
        for (CarrierMessage& message : page.messages) {
            oldest_ms = std::min(oldest_ms, message.created_ms);
            is_all_older = is_all_older && message.created_ms < horizon_ms;
            if (message.direction == Direction::outbound) listing.outbound.push_back(std::move(message));
        }
        listing.is_broken_off = !page.broken_off.empty();
        if (listing.is_broken_off) break;
        is_complete = page.is_last || is_all_older;
    }
    // When it is incomplete, messages of the very time where it was cut may be missing.
    constexpr auto latest_ms = std::numeric_limits<std::int64_t>::max();
    listing.complete_from_ms =
        is_complete ? std::numeric_limits<std::int64_t>::min() : std::min(oldest_ms, latest_ms - 1) + 1;
    std::stable_sort(listing.outbound.begin(), listing.outbound.end(),
                     [](const CarrierMessage& left, const CarrierMessage& right) {
                         return left.created_ms < right.created_ms;
                     });
    return listing;
}

}  // namespace send_text
