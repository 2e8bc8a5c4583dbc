#pragma once

#include <functional>
#include <optional>
#include <string>

#include "store/database.hpp"

namespace send_text {

inline constexpr std::int64_t store_check_interval_ms = std::int64_t{7} * 24 * 3600 * 1000;

/// When a store is to be held against itself again: a week after the last time; at once when it never was, or
/// the clock that shows now_ms was set back since. A bit of a disk may change at any time. Throws StoreError.
std::int64_t next_check_ms(Database& database, std::int64_t now_ms);

/// Holds a store against itself, indexes against tables, while others work on it, and makes anew what is
/// damaged and can be. What people must know, in sentences. When `stopping` says so it ends
/// soon, and the next opening of the store says that it must be checked. Throws StoreError.
std::optional<std::string> check_store(Database& database, std::int64_t now_ms,
                                       const std::function<bool()>& stopping);

}  // namespace send_text
