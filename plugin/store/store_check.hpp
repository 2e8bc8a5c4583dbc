#pragma once

#include <functional>
#include <string>

#include "store/database.hpp"

namespace send_text {

/// Holds a store against itself, indexes against tables, while others work on it, and makes anew what is
/// damaged and can be. What people must know, in sentences; empty: nothing. When `stopping` says so it ends
/// soon, and the next opening of the store says that it must be checked. Throws StoreError.
std::string check_store(Database& database, const std::function<bool()>& stopping);

}  // namespace send_text
