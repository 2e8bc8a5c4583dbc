#pragma once

#include <functional>
#include <optional>
#include <string>

#include "core/time.hpp"
#include "store/database.hpp"

namespace send_text {

inline constexpr Milliseconds store_check_interval = std::chrono::days(7);

/// When a store is to be held against itself again: a week after the last time; at once when it never was, or
/// the clock that shows now was set back since. A bit of a disk may change at any time. Throws StoreError.
TimePoint next_check_at(Database& database, TimePoint now);

/// Holds a store against itself, indexes against tables, while others work on it, and makes anew what is
/// damaged and can be. What people must know, in sentences. When `stopping` says so it ends
/// soon, and the next opening of the store says that it must be checked. Throws StoreError.
std::optional<std::string> check_store(Database& database, TimePoint now,
                                       const std::function<bool()>& stopping);

}  // namespace send_text
