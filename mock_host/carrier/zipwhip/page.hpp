#pragma once

#include <cstddef>
#include <vector>

namespace mock_host::zipwhip {

/// A part of a list, newest first, and how long the whole is.
template <typename Item>
struct Page {
    std::vector<Item> items;
    std::size_t total = 0;
};

/// What a page shall hold.
struct Range {
    std::size_t start = 0;  ///< 0 is the newest
    std::size_t limit = 0;
};

/// The part `range` of those of `items`, which are newest first, that `is_wanted`.
template <typename Item, typename Items, typename IsWanted>
Page<Item> page_of(const Items& items, Range range, IsWanted is_wanted) {
    Page<Item> page;
    for (const Item& item : items) {
        if (!is_wanted(item)) continue;
        if (page.total >= range.start && page.items.size() < range.limit) page.items.push_back(item);
        ++page.total;
    }
    return page;
}

}  // namespace mock_host::zipwhip
