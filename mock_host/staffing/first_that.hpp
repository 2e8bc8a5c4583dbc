#pragma once

#include <algorithm>
#include <optional>
#include <vector>

namespace mock_host {

/// The first of these that matches, or nothing.
template <typename Item, typename Matches>
std::optional<Item> first_that(const std::vector<Item>& items, Matches matches) {
    const auto found = std::ranges::find_if(items, matches);
    return found == items.end() ? std::nullopt : std::optional(*found);
}

}  // namespace mock_host
