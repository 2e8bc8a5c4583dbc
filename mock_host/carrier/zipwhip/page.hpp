#pragma once

#include <cstddef>
#include <utility>
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

template <typename Item>
const Item& item_of(const Item& item) {
    return item;
}

template <typename Item, typename Key>
const Item& item_of(const std::pair<const Key, Item>& entry_of_map) {
    return entry_of_map.second;
}

/// The part `range` of those from `first` to `last`, which are newest first, that `is_wanted`.
template <typename Item, typename Iterator, typename IsWanted>
Page<Item> page_of(Iterator first, Iterator last, Range range, IsWanted is_wanted) {
    Page<Item> page;
    for (; first != last; ++first) {
        const Item& item = item_of<Item>(*first);
        if (!is_wanted(item)) continue;
        if (page.total >= range.start && page.items.size() < range.limit) page.items.push_back(item);
        ++page.total;
    }
    return page;
}

}  // namespace mock_host::zipwhip
