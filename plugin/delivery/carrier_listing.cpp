#include "delivery/carrier_listing.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "core/subscriber_number.hpp"
#include "gateway/paging.hpp"

namespace send_text {
namespace {

constexpr std::int64_t page_size = 100;
constexpr std::int64_t most_pages = 50;

}  // namespace

CarrierListing list_back_to(std::int64_t horizon_ms, Gateway& gateway) {
    CarrierListing listing;
    std::set<std::string> seen;  // pages overlap, and what arrives between two of them shifts the rest
    std::int64_t oldest_ms = std::numeric_limits<std::int64_t>::max();
    bool is_complete = false;
    std::int64_t start = 0;
    for (std::int64_t page_number = 0; page_number < most_pages && !is_complete; ++page_number) {
        CarrierPage page = gateway.list_messages(start, page_size);
        if (page.messages.empty() && page.skipped == 0 && !page.is_last) {
            throw GatewayError(GatewayError::Kind::bad_answer,
                               "The carrier's list of messages has an empty page before its end.");
        }
        start = next_start(start, page);
        listing.has_gaps = listing.has_gaps || page.skipped_outbound > 0;
        bool is_all_older = !page.messages.empty();
        bool is_repeated = page.messages.size() > 1 && !page.is_last;
        for (CarrierMessage& message : page.messages) {
            oldest_ms = std::min(oldest_ms, message.created_ms);
            is_all_older = is_all_older && message.created_ms < horizon_ms;
            message.number = subscriber_number(message.number);
            const bool is_new = seen.insert(message.id).second;
            is_repeated = is_repeated && !is_new;
            if (is_new && message.direction == Direction::outbound)
                listing.outbound.push_back(std::move(message));
        }
        listing.is_broken_off = !page.broken_off.empty() || is_repeated;
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
