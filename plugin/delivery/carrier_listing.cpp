#include "delivery/carrier_listing.hpp"

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

#include "gateway/list_reader.hpp"

namespace send_text {
namespace {

constexpr std::size_t max_entries = 5'000;
constexpr int max_pages = 500;  // of a carrier that gives little at a time

}  // namespace

CarrierListing list_back_to(TimePoint horizon, Gateway& gateway) {
    CarrierListing listing;
    TimePoint oldest = TimePoint::max();
    bool is_complete = false;
    std::size_t entries = 0;
    ListReader reader(gateway);
    for (int pages = 0; pages < max_pages && entries < max_entries && !is_complete; ++pages) {
        CarrierPage page = reader.next();
        entries += page.messages.size() + static_cast<std::size_t>(page.skipped);
        std::move(page.unreadable.begin(), page.unreadable.end(), std::back_inserter(listing.unreadable));
        bool is_all_older = !page.messages.empty();
        for (CarrierMessage& message : page.messages) {
            oldest = std::min(oldest, message.created_at);
            is_all_older = is_all_older && message.created_at < horizon;
            if (message.direction == Direction::outbound) listing.outbound.push_back(std::move(message));
        }
        listing.is_broken_off = page.broken_off.has_value();
        if (listing.is_broken_off) break;
        is_complete = page.is_last || is_all_older;
        if (page.is_last) {
            listing.complete_from = TimePoint::min();
        } else if (is_all_older) {
            listing.complete_from = horizon;
        }
    }
    if (!is_complete) {  // then messages of the very time where it was cut may be missing
        listing.complete_from = std::min(oldest, TimePoint::max() - Milliseconds(1)) + Milliseconds(1);
    }
    std::stable_sort(listing.outbound.begin(), listing.outbound.end(),
                     [](const CarrierMessage& left, const CarrierMessage& right) {
                         return left.created_at < right.created_at;
                     });
    return listing;
}

CarrierReading reading_of(const CarrierListing& listing, const CarrierReading& before,
                          MonotonicTime read_at) {
    CarrierReading reading;
    if (listing.is_broken_off) return reading;
    for (const CarrierMessage& message : listing.outbound) {
        const auto known = before.outbound.find(message.id);
        const bool is_new = known == before.outbound.end();
        reading.outbound[message.id] = {.created_at = message.created_at,
                                        .listed_since = is_new ? read_at : known->second.listed_since};
    }
    reading.complete_from = listing.complete_from;
    return reading;
}

bool is_same(const CarrierReading& before, const CarrierListing& now, TimePoint from) {
    if (now.is_broken_off || std::max(before.complete_from, now.complete_from) > from) return false;
    std::set<std::string> ids;
    TimePoint newest_known = TimePoint::min();
    for (const CarrierMessage& message : now.outbound) {
        ids.insert(message.id);
        if (before.outbound.contains(message.id)) newest_known = std::max(newest_known, message.created_at);
    }
    const bool is_any_lost = std::any_of(
        before.outbound.begin(), before.outbound.end(),
        [&](const auto& entry) { return entry.second.created_at >= from && !ids.contains(entry.first); });
    const bool is_any_inserted =
        std::any_of(now.outbound.begin(), now.outbound.end(), [&](const CarrierMessage& message) {
            return message.created_at >= from && message.created_at < newest_known &&
                   !before.outbound.contains(message.id);
        });
    return !is_any_lost && !is_any_inserted;
}

}  // namespace send_text
